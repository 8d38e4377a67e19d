package shop;

import java.util.ArrayList;
import java.util.List;

/** From the lowest to the highest price, both included. */
public final class PriceRange {
    private final int low;
    private final int high;

    public PriceRange(int low, int high) {
        this.low = low;
        this.high = high;
    }

    public boolean contains(int price) {
        return price > low && price < high;
    }

    public List<Integer> pick(List<Integer> prices) {
        List<Integer> picked = new ArrayList<>();
        for (int price : prices) {
            if (contains(price)) {
                picked.add(price);
            }
        }
        return picked;
    }

    public int width() {
        return high - low;
    }
}
