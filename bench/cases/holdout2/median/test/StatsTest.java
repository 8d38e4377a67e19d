import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class StatsTest {
    @Test
    public void odd() {
        assertEquals(3.0, Stats.median(new int[] {5, 3, 1}), 1e-9);
    }

    @Test
    public void even() {
        assertEquals(2.5, Stats.median(new int[] {4, 1, 3, 2}), 1e-9);
    }

    @Test
    public void evenWhole() {
        assertEquals(3.0, Stats.median(new int[] {4, 2}), 1e-9);
    }

    @Test
    public void mean() {
        assertEquals(1.5, Stats.mean(new int[] {1, 2}), 1e-9);
    }

    @Test
    public void range() {
        assertEquals(3, Stats.range(new int[] {4, 1, 3, 2}));
    }
}
