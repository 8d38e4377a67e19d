import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class IncreasingTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(3, Increasing.longest(new int[] {4, 1, 5, 3, 7, 2}));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, Increasing.longest(new int[] {}));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(1, Increasing.longest(new int[] {9, 8, 7}));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(4, Increasing.longest(new int[] {1, 2, 3, 4, 0}));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(3, Increasing.longest(new int[] {5, 1, 6, 2, 7}));
    }
}
