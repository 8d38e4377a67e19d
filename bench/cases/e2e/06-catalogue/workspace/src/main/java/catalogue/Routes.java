package catalogue;

import java.util.Map;

public final class Routes {
    private final Catalogue catalogue = new Catalogue();

    public String answer(String path, Map<String, String> query) {
        if (path.equals("/add")) {
            catalogue.add(query.get("title"));
        }
        return String.join(",", catalogue.titles());
    }
}
