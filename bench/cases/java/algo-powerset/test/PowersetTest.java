import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PowersetTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(List.of()), Powerset.of(List.of()));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(Set.of(List.of(), List.of("a")), new HashSet<>(Powerset.of(List.of("a"))));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(Set.of(List.of(), List.of("a"), List.of("b"), List.of("a", "b")), new HashSet<>(Powerset.of(List.of("a", "b"))));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(8, Powerset.of(List.of("a", "b", "c")).size());
    }
}
