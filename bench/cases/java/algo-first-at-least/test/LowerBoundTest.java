import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class LowerBoundTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(1, LowerBound.of(new int[] {1, 3, 3, 5}, 3));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, LowerBound.of(new int[] {1, 3, 3, 5}, 0));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(4, LowerBound.of(new int[] {1, 3, 3, 5}, 6));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(3, LowerBound.of(new int[] {1, 3, 3, 5}, 4));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(0, LowerBound.of(new int[] {2, 2, 2}, 2));
    }
}
