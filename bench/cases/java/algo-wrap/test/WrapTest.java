import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class WrapTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of("the quick", "brown fox"), Wrap.lines("the quick brown fox", 10));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of("abcd", "ef"), Wrap.lines("abcdef", 4));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of("short"), Wrap.lines("short", 10));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of("a b", "c"), Wrap.lines("a b c", 4));
    }
}
