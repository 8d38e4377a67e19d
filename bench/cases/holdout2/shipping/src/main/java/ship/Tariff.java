package ship;

import java.util.List;

public class Tariff {
    private record Step(int upToGrams, int cents) {}

    private final List<Step> steps =
            List.of(new Step(1000, 450), new Step(2000, 550), new Step(5000, 800), new Step(10000, 1200));

    /** In cents. */
    public int price(Parcel parcel, boolean abroad) {
        if (parcel.girth() > 360) {
            throw new IllegalArgumentException("too large");
        }
        int cents = step(parcel.charged()).cents();
        if (abroad) {
            cents += 600;
        }
        return cents;
    }

    private Step step(int grams) {
        for (Step step : steps) {
            if (grams < step.upToGrams()) {
                return step;
            }
        }
        throw new IllegalArgumentException("too heavy");
    }
}
