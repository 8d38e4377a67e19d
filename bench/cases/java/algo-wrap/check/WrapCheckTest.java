import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class WrapCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(List.of("one", "two", "three"), Wrap.lines("one two three", 5));
        assertEquals(List.of("x"), Wrap.lines("x", 1));
        assertEquals(List.of("aa", "bb", "c"), Wrap.lines("aabbc", 2));
        assertEquals(List.of("to be or", "not to be"), Wrap.lines("to be or not to be", 10));
    }
}
