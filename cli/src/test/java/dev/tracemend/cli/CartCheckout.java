package dev.tracemend.cli;

import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checkout of one class that fails for a key it lacks. */
final class CartCheckout {
    static final String FILE = "src/main/java/shop/Cart.java";
    /** Fails in line 14. */
    static final String SOURCE = """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            public class Cart {
                private final Map<String, Integer> prices = new HashMap<>();

                public void put(String sku, int cents) {
                    prices.put(sku, cents);
                }

                public int total(String sku, int quantity) {
                    int cents = prices.get(sku);
                    return cents * quantity;
                }
            }
            """;

    static final String MESSAGE = "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
            + " \"java.util.Map.get(Object)\" is null";

    private CartCheckout() {}

    /** Makes it in this folder, with one commit. */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), SOURCE);
        return GitFolder.commit(folder);
    }
}
