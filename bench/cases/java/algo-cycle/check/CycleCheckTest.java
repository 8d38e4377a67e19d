import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CycleCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int n = 0; n < 12; n++) {
            for (int back = -1; back < n; back++) {
                assertEquals(back >= 0, Cycle.has(Cycle.chain(n, back)));
            }
        }
    }
}
