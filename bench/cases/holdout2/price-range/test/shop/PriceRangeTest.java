package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriceRangeTest {
    private final PriceRange range = new PriceRange(10, 20);

    @Test
    void lowest() {
        assertTrue(range.contains(10));
    }

    @Test
    void highest() {
        assertTrue(range.contains(20));
    }

    @Test
    void outside() {
        assertFalse(range.contains(9));
        assertFalse(range.contains(21));
    }

    @Test
    void picks() {
        assertEquals(List.of(12, 15), range.pick(List.of(9, 12, 15, 30)));
    }
}
