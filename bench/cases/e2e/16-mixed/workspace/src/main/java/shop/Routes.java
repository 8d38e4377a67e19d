package shop;

import java.util.Map;

public final class Routes {
    private final Names names = new Names();

    public String answer(String path, Map<String, String> query) {
        return switch (path) {
            case "/initial" -> Names.initial(query.get("name"));
            case "/visits" -> "" + names.visits(query.get("name"));
            case "/visit" -> names.visit(query.get("name"));
            default -> "";
        };
    }
}
