import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class NestedCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(List.of(1, 2, 3, 4, 5), Nested.flat(List.of(List.of(1, List.of(List.of(2))), 3, List.of(4, 5))));
        assertEquals(List.of(), Nested.flat(List.of(List.of(), List.of(List.of()))));
        assertEquals(List.of("x", 1), Nested.flat(List.of("x", List.of(1))));
    }
}
