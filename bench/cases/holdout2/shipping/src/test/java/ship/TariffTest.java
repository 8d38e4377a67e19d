package ship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
    private final Tariff tariff = new Tariff();

    @ParameterizedTest
    @CsvSource({"500, 450", "1000, 450", "1001, 550", "2000, 550", "5000, 800"})
    void byWeight(int grams, int cents) {
        assertEquals(cents, tariff.price(new Parcel(grams, 10, 10, 10), false));
    }

    @Test
    void abroad() {
        assertEquals(1050, tariff.price(new Parcel(500, 10, 10, 10), true));
    }

    @Test
    void tooLarge() {
        assertThrows(IllegalArgumentException.class, () -> tariff.price(new Parcel(1, 100, 100, 100), false));
    }

    @Test
    void tooHeavy() {
        assertThrows(IllegalArgumentException.class, () -> tariff.price(new Parcel(10001, 1, 1, 1), false));
    }
}
