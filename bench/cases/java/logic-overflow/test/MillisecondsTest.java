import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MillisecondsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(86400000L, Milliseconds.ofDays(1));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(2592000000L, Milliseconds.ofDays(30));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(0L, Milliseconds.ofDays(0));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(7200000L, Milliseconds.ofHours(2));
    }
}
