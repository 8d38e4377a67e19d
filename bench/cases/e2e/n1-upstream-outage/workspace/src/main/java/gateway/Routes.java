package gateway;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        return new Rates().rate(query.get("currency"));
    }
}
