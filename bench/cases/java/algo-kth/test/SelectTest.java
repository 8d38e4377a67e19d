import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class SelectTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(1, Select.kth(List.of(3, 1, 2), 0));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(3, Select.kth(List.of(3, 1, 2), 2));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(2, Select.kth(List.of(1, 3, 2), 1));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(5, Select.kth(List.of(5, 5, 5), 1));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(9, Select.kth(List.of(1, 7, 9, 4), 3));
    }

    @Test(timeout = 3000)
    public void case6() throws Exception {
        assertEquals(7, Select.kth(List.of(1, 7, 9, 4), 2));
    }
}
