package stats;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TotalsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(6, Totals.sum(new int[] {1, 2, 3}));
        assertEquals(0, Totals.sum(new int[] {}));
    }
}
