package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.Offers.Offer;

class OffersCheckTest {
    @Test
    void more() {
        assertEquals(Optional.empty(), new Offers().best(List.of()));
        assertEquals(Optional.of(new Offer("a", 1)), new Offers().best(List.of(new Offer("a", 1))));
        assertEquals(
                Optional.of(new Offer("a", 1)), new Offers().best(List.of(new Offer("b", 2), new Offer("a", 1))));
    }
}
