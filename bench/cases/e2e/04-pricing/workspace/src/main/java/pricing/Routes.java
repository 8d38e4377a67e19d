package pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        List<Integer> prices = new ArrayList<>();
        for (String price : query.getOrDefault("prices", "").split(",")) {
            if (!price.isEmpty()) {
                prices.add(Integer.parseInt(price));
            }
        }
        return path.equals("/mean") ? "" + Basket.mean(prices) : "" + Basket.highest(prices);
    }
}
