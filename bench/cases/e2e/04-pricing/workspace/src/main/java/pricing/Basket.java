package pricing;

import java.util.List;

/** Figures of a basket; those of an empty one are 0. */
public final class Basket {
    private Basket() {}

    public static int mean(List<Integer> prices) {
        int sum = 0;
        for (int price : prices) {
            sum += price;
        }
        return sum / prices.size();
    }

    public static int highest(List<Integer> prices) {
        if (prices.isEmpty()) {
            return 0;
        }
        return prices.stream().max(Integer::compare).get();
    }
}
