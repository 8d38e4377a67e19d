import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class IntervalTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(4, new Interval(3, 7).length());
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(true, new Interval(0, 2).contains(1));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(false, new Interval(0, 2).contains(2));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(0, new Interval(5, 5).length());
    }
}
