package settings;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        return "" + new Settings().width(query.get("width"));
    }
}
