import java.util.ArrayList;
import java.util.List;

public class Ranking {
    public record Score(String name, int points) {}

    /** The most points first; names in their order where points are equal. */
    public static List<String> names(List<Score> scores) {
        List<Score> sorted = new ArrayList<>(scores);
        sorted.sort((a, b) -> a.points() != b.points()
                ? Integer.compare(a.points(), b.points())
                : a.name().compareTo(b.name()));
        List<String> names = new ArrayList<>();
        for (Score score : sorted) {
            names.add(score.name());
        }
        return names;
    }
}
