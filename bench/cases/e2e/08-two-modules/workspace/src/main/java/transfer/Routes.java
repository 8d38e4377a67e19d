package transfer;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        int from = Integer.parseInt(query.get("from"));
        int days = Integer.parseInt(query.get("days"));
        return new Booking().book(from, days);
    }
}
