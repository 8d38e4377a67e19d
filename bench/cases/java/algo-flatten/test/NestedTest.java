import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class NestedTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(1, 2, 3), Nested.flat(List.of(1, List.of(2, 3))));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(), Nested.flat(List.of()));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of("a"), Nested.flat("a"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(1, 2, 3, 4), Nested.flat(List.of(List.of(List.of(1), 2), 3, List.of(4))));
    }
}
