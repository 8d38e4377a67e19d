import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class LookupTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(1, Lookup.find(new int[] {2, 5, 9}, 5));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(2, Lookup.find(new int[] {2, 5, 9}, 9));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(0, Lookup.find(new int[] {2, 5, 9, 12}, 2));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(-1, Lookup.find(new int[] {2, 5, 9, 12}, 10));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(-1, Lookup.find(new int[] {}, 1));
    }
}
