import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class StatsCheckTest {
    @Test
    public void medians() {
        assertEquals(-0.5, Stats.median(new int[] {-1, 0}), 1e-9);
        assertEquals(10.5, Stats.median(new int[] {10, 11, 1, 90}), 1e-9);
        assertEquals(7, Stats.median(new int[] {7}), 1e-9);
        assertEquals(4, Stats.median(new int[] {9, 4, 1}), 1e-9);
        assertEquals(5, Stats.median(new int[] {5, 5}), 1e-9);
    }
}
