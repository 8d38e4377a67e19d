import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MergeTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertArrayEquals(new int[] {1, 2, 3}, Merge.sort(new int[] {3, 1, 2}));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertArrayEquals(new int[] {}, Merge.sort(new int[] {}));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertArrayEquals(new int[] {4}, Merge.sort(new int[] {4}));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertArrayEquals(new int[] {1, 1, 2, 9}, Merge.sort(new int[] {9, 1, 2, 1}));
    }
}
