package shop;

import java.util.List;
import java.util.Optional;

public class Offers {
    public record Offer(String seller, int cents) {}

    /** The cheapest; none when there are no offers. */
    public Optional<Offer> best(List<Offer> offers) {
        Offer best = offers.get(0);
        for (Offer offer : offers) {
            if (offer.cents() < best.cents()) {
                best = offer;
            }
        }
        return Optional.of(best);
    }

    public Optional<Offer> of(String seller, List<Offer> offers) {
        for (Offer offer : offers) {
            if (offer.seller().equals(seller)) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }
}
