package cache;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

public class Prices {
    private final Map<String, Integer> known = new HashMap<>();
    private final BiFunction<String, String, Integer> source;

    public Prices(BiFunction<String, String, Integer> source) {
        this.source = source;
    }

    public int of(String sku, String country) {
        String key = sku + "/" + sku;
        Integer price = known.get(key);
        if (price == null) {
            price = source.apply(sku, country);
            known.put(key, price);
        }
        return price;
    }
}
