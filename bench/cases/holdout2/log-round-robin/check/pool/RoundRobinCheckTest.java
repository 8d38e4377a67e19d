package pool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class RoundRobinCheckTest {
    @Test
    public void goesOn() {
        RoundRobin robin = new RoundRobin(List.of("a", "b", "c"), Integer.MAX_VALUE - 2);
        java.util.Map<String, Integer> seen = new java.util.HashMap<>();
        for (int i = 0; i < 12; i++) {
            seen.merge(robin.next(), 1, Integer::sum);
        }
        assertEquals(3, seen.size());
        assertTrue(seen.values().stream().allMatch(n -> n >= 3));
        RoundRobin plain = new RoundRobin(List.of("a", "b"), 0);
        assertEquals("a", plain.next());
        assertEquals("b", plain.next());
        assertEquals("a", plain.next());
    }
}
