import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class BuildOrderTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of("c", "b", "a"), BuildOrder.order(new TreeMap<>(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of()))));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of("x", "y"), BuildOrder.order(new TreeMap<>(Map.of("x", List.of(), "y", List.of("x")))));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(), BuildOrder.order(new TreeMap<>()));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of("p", "s", "q", "r"), BuildOrder.order(new TreeMap<>(Map.of("p", List.of(), "q", List.of("p", "s"), "r", List.of("q"), "s", List.of()))));
    }
}
