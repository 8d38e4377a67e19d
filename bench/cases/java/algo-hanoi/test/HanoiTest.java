import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class HanoiTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(), Hanoi.moves(0, 1, 3));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of("1>3"), Hanoi.moves(1, 1, 3));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of("1>2", "1>3", "2>3"), Hanoi.moves(2, 1, 3));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of("2>1"), Hanoi.moves(1, 2, 1));
    }
}
