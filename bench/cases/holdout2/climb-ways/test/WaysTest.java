import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WaysTest {
    @Test
    void one() {
        assertEquals(1, Ways.climb(1));
    }

    @Test
    void three() {
        assertEquals(4, Ways.climb(3));
    }

    @Test
    void five() {
        assertEquals(13, Ways.climb(5));
    }

    @Test
    void none() {
        assertEquals(1, Ways.climb(0));
    }

    @Test
    void grid() {
        assertEquals(6, Ways.paths(3, 3));
    }
}
