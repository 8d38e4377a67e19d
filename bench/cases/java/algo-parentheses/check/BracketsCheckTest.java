import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class BracketsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertTrue(Brackets.balanced("()(())"));
        assertFalse(Brackets.balanced("("));
        assertFalse(Brackets.balanced("(((()))"));
        assertFalse(Brackets.balanced("())"));
        assertFalse(Brackets.balanced("())("));
        assertTrue(Brackets.balanced("abc"));
    }
}
