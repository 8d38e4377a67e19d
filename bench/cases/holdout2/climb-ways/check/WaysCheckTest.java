import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WaysCheckTest {
    @Test
    void table() {
        int[] known = {1, 1, 2, 4, 7, 13, 24, 44, 81, 149};
        for (int n = 0; n < known.length; n++) {
            assertEquals(known[n], Ways.climb(n));
        }
        assertEquals(1, Ways.paths(1, 5));
        assertEquals(10, Ways.paths(3, 4));
    }
}
