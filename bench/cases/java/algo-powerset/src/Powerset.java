import java.util.ArrayList;
import java.util.List;

public class Powerset {
    /** All subsets, each in the order of the list. */
    public static List<List<String>> of(List<String> items) {
        if (items.isEmpty()) {
            List<List<String>> nothing = new ArrayList<>();
            nothing.add(new ArrayList<>());
            return nothing;
        }
        List<List<String>> rest = of(items.subList(1, items.size()));
        List<List<String>> all = new ArrayList<>();
        for (List<String> set : rest) {
            List<String> with = new ArrayList<>();
            with.add(items.get(0));
            with.addAll(set);
            all.add(with);
        }
        return all;
    }
}
