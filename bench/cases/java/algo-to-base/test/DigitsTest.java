import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DigitsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals("1f", Digits.of(31, 16));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals("101", Digits.of(5, 2));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals("110", Digits.of(6, 2));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals("zz", Digits.of(1295, 36));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals("12", Digits.of(12, 10));
    }
}
