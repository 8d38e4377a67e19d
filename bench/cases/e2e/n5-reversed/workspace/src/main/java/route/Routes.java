package route;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        Leg leg = new Leg(Integer.parseInt(query.get("from")), Integer.parseInt(query.get("to")));
        return (path.equals("/back") ? leg.back() : leg).toString();
    }
}
