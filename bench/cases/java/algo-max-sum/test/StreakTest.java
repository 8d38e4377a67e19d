import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class StreakTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(9, Streak.best(new int[] {-3, 4, 5, -9, 2}));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, Streak.best(new int[] {-1, -2}));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(6, Streak.best(new int[] {1, 2, 3}));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(7, Streak.best(new int[] {5, -8, 3, 4}));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(0, Streak.best(new int[] {}));
    }
}
