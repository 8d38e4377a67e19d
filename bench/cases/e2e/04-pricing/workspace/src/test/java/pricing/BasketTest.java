package pricing;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class BasketTest {
    @Test
    public void meanOfSome() {
        assertEquals(2, Basket.mean(List.of(1, 2, 3)));
    }

    @Test
    public void highestOfNone() {
        assertEquals(0, Basket.highest(List.of()));
    }
}
