package shop;

import java.util.Map;

public final class Routes {
    private final Settings settings = new Settings();

    public String answer(String path, Map<String, String> query) {
        return switch (path) {
            case "/name" -> settings.required("shop.name");
            case "/sender" -> settings.required("shop.sender.name") + " <" + settings.required("shop.sender.address") + ">";
            default -> settings.required("shop.seller.address");
        };
    }
}
