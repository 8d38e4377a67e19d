import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PermutationCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        int[] v = {0, 1, 2, 3, 4};
        int count = 1;
        String before = Arrays.toString(v);
        while (Permutation.next(v)) {
            count++;
            assertTrue(before.compareTo(Arrays.toString(v)) < 0);
            before = Arrays.toString(v);
        }
        assertEquals(120, count);
        int[] twice = {1, 1, 2, 2};
        int seen = 1;
        while (Permutation.next(twice)) {
            seen++;
        }
        assertEquals(6, seen);
    }
}
