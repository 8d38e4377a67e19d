import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Words {
    /** How often each word stands in a text, in the order in which they first appear. */
    public static List<String> counted(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : text.split(" ")) {
            counts.merge(word, 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((word, count) -> lines.add(word + "=" + count));
        return lines;
    }
}
