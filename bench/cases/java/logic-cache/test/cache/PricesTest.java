package cache;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PricesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        Prices p = new Prices((s, c) -> s.length() + 10 * c.length()); assertEquals(21, p.of("a", "de")); assertEquals(31, p.of("a", "usa"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        Prices p = new Prices((s, c) -> s.length() + 10 * c.length()); assertEquals(22, p.of("ab", "de")); assertEquals(21, p.of("a", "de"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        int[] calls = {0}; Prices p = new Prices((s, c) -> ++calls[0]); p.of("a", "x"); p.of("a", "x"); assertEquals(1, calls[0]);
    }
}
