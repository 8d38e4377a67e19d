import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class KnapsackTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(19, Knapsack.best(10, new int[] {4, 6, 5}, new int[] {7, 12, 8}));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, Knapsack.best(3, new int[] {4}, new int[] {9}));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(9, Knapsack.best(4, new int[] {4}, new int[] {9}));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(30, Knapsack.best(50, new int[] {10, 20, 30}, new int[] {10, 5, 20}));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(11, Knapsack.best(5, new int[] {2, 3, 4}, new int[] {5, 6, 7}));
    }
}
