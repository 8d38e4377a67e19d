import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PowersetCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int n = 0; n < 6; n++) {
            List<String> items = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f")).subList(0, n);
            List<List<String>> sets = Powerset.of(items);
            assertEquals(1 << n, sets.size());
            assertEquals(1 << n, new HashSet<>(sets).size());
            assertTrue(sets.contains(items) && sets.contains(List.of()));
        }
    }
}
