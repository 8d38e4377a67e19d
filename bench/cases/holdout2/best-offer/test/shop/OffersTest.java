package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.Offers.Offer;

class OffersTest {
    @Test
    void cheapest() {
        Offer cheap = new Offer("b", 5);
        assertEquals(Optional.of(cheap), new Offers().best(List.of(new Offer("a", 9), cheap, new Offer("c", 5))));
    }

    @Test
    void none() {
        assertEquals(Optional.empty(), new Offers().best(List.of()));
    }

    @Test
    void seller() {
        assertEquals(Optional.empty(), new Offers().of("x", List.of(new Offer("a", 9))));
    }
}
