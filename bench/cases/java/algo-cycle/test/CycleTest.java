import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CycleTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(false, Cycle.has(Cycle.chain(3, -1)));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(true, Cycle.has(Cycle.chain(4, 1)));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(false, Cycle.has(Cycle.chain(4, -1)));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(true, Cycle.has(Cycle.chain(1, 0)));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(false, Cycle.has(null));
    }
}
