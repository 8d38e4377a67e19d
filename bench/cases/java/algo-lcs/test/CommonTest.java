import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CommonTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(3, Common.length("abcde", "ace"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(2, Common.length("aab", "ab"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(1, Common.length("a", "aaa"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(0, Common.length("", "x"));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(2, Common.length("banana", "nnx"));
    }
}
