package shop;

import java.util.HashMap;
import java.util.Map;

public final class Names {
    private final Map<String, Integer> visits = new HashMap<>();

    /** The first letter; none of an empty name. */
    public static String initial(String name) {
        return name.substring(0, 1);
    }

    public String visit(String name) {
        visits.merge(name, 1, Integer::sum);
        return "ok";
    }

    public int visits(String name) {
        return visits.get(name);
    }
}
