import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class QuickTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(1, 2, 3), Quick.sort(List.of(3, 1, 2)));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(1, 1, 4, 4), Quick.sort(List.of(4, 1, 4, 1)));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(), Quick.sort(List.of()));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(7), Quick.sort(List.of(7)));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(List.of(0, 5, 5, 5), Quick.sort(List.of(5, 5, 0, 5)));
    }
}
