import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PermutationTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        int[] v = {1, 2, 3}; assertTrue(Permutation.next(v)); assertArrayEquals(new int[] {1, 3, 2}, v);
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        int[] v = {3, 2, 1}; assertFalse(Permutation.next(v));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        int[] v = {1, 3, 2}; assertTrue(Permutation.next(v)); assertArrayEquals(new int[] {2, 1, 3}, v);
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        int[] v = {2, 4, 4, 1}; assertTrue(Permutation.next(v)); assertArrayEquals(new int[] {4, 1, 2, 4}, v);
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        int[] v = {1, 1, 2}; assertTrue(Permutation.next(v)); assertArrayEquals(new int[] {1, 2, 1}, v);
    }
}
