package importer;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        return "" + Lines.quantity(query.get("line"));
    }
}
