package web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of an address. */
public class Query {
    private final Map<String, String> values = new LinkedHashMap<>();

    public static Query parse(String text) {
        Query query = new Query();
        if (text == null || text.isEmpty()) {
            return query;
        }
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=");
            if (parts.length == 2) {
                query.values.put(parts[0], parts[1]);
            } else {
                query.values.put(parts[0], "");
            }
        }
        return query;
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int size() {
        return values.size();
    }
}
