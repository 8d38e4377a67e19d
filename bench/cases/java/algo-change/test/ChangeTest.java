import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ChangeTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(4, Change.ways(new int[] {1, 2, 5}, 0, 5));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(1, Change.ways(new int[] {3}, 0, 9));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(0, Change.ways(new int[] {2}, 0, 3));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(1, Change.ways(new int[] {7, 2}, 0, 0));
    }
}
