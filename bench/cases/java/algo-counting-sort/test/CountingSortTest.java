import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CountingSortTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(1, 2, 3), CountingSort.sorted(List.of(3, 1, 2), 4));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(0, 0, 5), CountingSort.sorted(List.of(0, 5, 0), 6));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(), CountingSort.sorted(List.of(), 3));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(2, 2, 2), CountingSort.sorted(List.of(2, 2, 2), 3));
    }
}
