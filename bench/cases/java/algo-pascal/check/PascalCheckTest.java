import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PascalCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        List<List<Integer>> rows = Pascal.rows(9);
        assertEquals(9, rows.size());
        for (int r = 0; r < 9; r++) {
            assertEquals(r + 1, rows.get(r).size());
            assertEquals(1 << r, rows.get(r).stream().mapToInt(i -> i).sum());
            assertEquals(1, (int) rows.get(r).get(r));
        }
    }
}
