package geo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class BoxTest {
    private final Box box = new Box(0, 0, 10, 10);

    @Test
    public void inside() {
        assertTrue(box.overlaps(new Box(2, 2, 4, 4)));
    }

    @Test
    public void corner() {
        assertTrue(box.overlaps(new Box(9, 9, 20, 20)));
    }

    @Test
    public void right() {
        assertFalse(box.overlaps(new Box(10, 0, 20, 10)));
    }

    @Test
    public void above() {
        assertFalse(box.overlaps(new Box(0, -5, 10, 0)));
    }

    @Test
    public void below() {
        assertFalse(box.overlaps(new Box(0, 10, 10, 15)));
    }

    @Test
    public void farLeft() {
        assertFalse(box.overlaps(new Box(-20, 2, -10, 4)));
    }

    @Test
    public void area() {
        assertEquals(100, box.area());
        assertEquals(400, box.union(new Box(19, 19, 20, 20)).area());
    }
}
