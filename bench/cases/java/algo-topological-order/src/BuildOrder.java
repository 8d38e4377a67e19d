import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class BuildOrder {
    /** Orders steps so that each stands behind all it needs; every step is a key. */
    public static List<String> order(Map<String, List<String>> needs) {
        List<String> ordered = new ArrayList<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (String step : needs.keySet()) {
                if (!ordered.contains(step) && needs.keySet().containsAll(needs.get(step))) {
                    ordered.add(step);
                    moved = true;
                }
            }
        }
        return ordered;
    }
}
