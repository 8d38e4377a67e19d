package orders;

import java.util.Map;

public final class Routes {
    private final Receipts receipts = new Receipts();

    public String answer(String path, Map<String, String> query) {
        return switch (path) {
            case "/total" -> "" + receipts.total(query);
            case "/label" -> receipts.label(query);
            default -> "";
        };
    }
}
