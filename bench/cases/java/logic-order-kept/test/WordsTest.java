import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class WordsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of("zebra=2", "ant=1"), Words.counted("zebra ant zebra"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of("one=1"), Words.counted("one"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of("w=1", "k=2", "b=1", "a=1"), Words.counted("w k b a k"));
    }
}
