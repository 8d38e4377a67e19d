package login;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        return new Gate().enter(query.get("user"), query.get("password"));
    }
}
