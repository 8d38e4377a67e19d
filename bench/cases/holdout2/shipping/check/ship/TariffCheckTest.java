package ship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TariffCheckTest {
    @Test
    void bounds() {
        int[][] known = {{1, 450}, {999, 450}, {1000, 450}, {1001, 550}, {2001, 800}, {5001, 1200}, {10000, 1200}};
        for (int[] one : known) {
            assertEquals(one[1], new Tariff().price(new Parcel(one[0], 1, 1, 1), false));
            assertEquals(one[1] + 600, new Tariff().price(new Parcel(one[0], 1, 1, 1), true));
        }
        assertThrows(IllegalArgumentException.class, () -> new Tariff().price(new Parcel(10001, 1, 1, 1), true));
    }
}
