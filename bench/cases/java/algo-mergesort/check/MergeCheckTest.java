import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MergeCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int[] values = random.ints(random.nextInt(15), -9, 9).toArray();
            int[] expected = values.clone();
            Arrays.sort(expected);
            assertArrayEquals(expected, Merge.sort(values));
        }
    }
}
