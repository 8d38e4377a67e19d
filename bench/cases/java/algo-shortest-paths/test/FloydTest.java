import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class FloydTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        int[][] l = Floyd.lengths(new int[][] {{0, 4, 9}, {Floyd.NONE, 0, 2}, {Floyd.NONE, Floyd.NONE, 0}}); assertEquals(6, l[0][2]);
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        int[][] l = Floyd.lengths(new int[][] {{0, 4, 9}, {Floyd.NONE, 0, 2}, {Floyd.NONE, Floyd.NONE, 0}}); assertEquals(4, l[0][1]);
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        int[][] l = Floyd.lengths(new int[][] {{0, 1}, {5, 0}}); assertArrayEquals(new int[][] {{0, 1}, {5, 0}}, l);
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        int[][] l = Floyd.lengths(new int[][] {{0, 1, 7}, {9, 0, 3}, {2, 9, 0}}); assertArrayEquals(new int[][] {{0, 1, 4}, {5, 0, 3}, {2, 3, 0}}, l);
    }
}
