package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceRangeCheckTest {
    @Test
    void all() {
        PriceRange range = new PriceRange(-3, 4);
        for (int price = -10; price < 10; price++) {
            assertEquals(price >= -3 && price <= 4, range.contains(price));
        }
    }
}
