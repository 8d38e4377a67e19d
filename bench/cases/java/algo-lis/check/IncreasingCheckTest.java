import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class IncreasingCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 150; round++) {
            int[] v = random.ints(random.nextInt(9), 0, 8).toArray();
            int best = 0;
            for (int set = 0; set < 1 << v.length; set++) {
                int last = -1;
                int size = 0;
                for (int i = 0; i < v.length; i++) {
                    if ((set >> i & 1) == 1) {
                        size = v[i] > last ? size + 1 : -99;
                        last = v[i];
                    }
                }
                best = Math.max(best, size);
            }
            assertEquals(best, Increasing.longest(v));
        }
    }
}
