import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PascalTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(), Pascal.rows(0));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(List.of(1)), Pascal.rows(1));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(List.of(1), List.of(1, 1)), Pascal.rows(2));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(List.of(1), List.of(1, 1), List.of(1, 2, 1), List.of(1, 3, 3, 1)), Pascal.rows(4));
    }
}
