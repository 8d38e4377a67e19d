package cart;

import java.util.Map;

public final class Routes {
    private final Cart cart = new Cart();

    public String answer(String path, Map<String, String> query) {
        switch (path) {
            case "/add" -> cart.add(query.get("item"));
            case "/drop" -> cart.drop(query.get("prefix"));
            default -> {}
        }
        return String.join(",", cart.items());
    }
}
