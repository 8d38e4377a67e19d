import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class BracketsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(true, Brackets.balanced("(a(b)c)"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(false, Brackets.balanced("(()"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(false, Brackets.balanced(")("));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(true, Brackets.balanced(""));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(false, Brackets.balanced("((x)"));
    }
}
