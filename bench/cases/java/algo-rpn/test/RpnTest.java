import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RpnTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(5, Rpn.value("2 3 +"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(4, Rpn.value("7 3 -"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(14, Rpn.value("5 1 2 + 4 * + 3 -"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(3, Rpn.value("12 4 /"));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(-2, Rpn.value("1 3 -"));
    }
}
