import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class LowerBoundCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            int[] v = random.ints(random.nextInt(9), 0, 8).sorted().toArray();
            for (int wanted = -1; wanted < 9; wanted++) {
                int expected = 0;
                while (expected < v.length && v[expected] < wanted) {
                    expected++;
                }
                assertEquals(expected, LowerBound.of(v, wanted));
            }
        }
    }
}
