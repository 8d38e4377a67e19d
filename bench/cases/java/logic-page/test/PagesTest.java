import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PagesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(1, 2), Pages.page(List.of(1, 2, 3), 1, 2));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(3), Pages.page(List.of(1, 2, 3), 2, 2));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(), Pages.page(List.of(1, 2, 3), 3, 2));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(), Pages.page(List.of(), 1, 5));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(2, Pages.count(3, 2));
    }

    @Test(timeout = 3000)
    public void case6() throws Exception {
        assertEquals(2, Pages.count(4, 2));
    }

    @Test(timeout = 3000)
    public void case7() throws Exception {
        assertEquals(1, Pages.count(1, 2));
    }

    @Test(timeout = 3000)
    public void case8() throws Exception {
        assertEquals(0, Pages.count(0, 3));
    }
}
