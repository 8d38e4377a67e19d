package store;

import java.util.HashMap;
import java.util.Map;

public final class Inventory {
    private final Map<String, Integer> stock = new HashMap<>();

    public void receive(String sku, int amount) {
        stock.merge(sku, amount, Integer::sum);
    }

    public int available(String sku) {
        return stock.getOrDefault(sku, 0);
    }

    public boolean reserve(String sku, int amount) {
        if (available(sku) > amount) {
            stock.put(sku, available(sku) - amount);
            return true;
        }
        return false;
    }
}
