import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class KnapsackCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(4);
        for (int round = 0; round < 150; round++) {
            int n = random.nextInt(7);
            int[] w = random.ints(n, 1, 9).toArray();
            int[] v = random.ints(n, 1, 20).toArray();
            int capacity = random.nextInt(25);
            int best = 0;
            for (int set = 0; set < 1 << n; set++) {
                int weight = 0;
                int value = 0;
                for (int i = 0; i < n; i++) {
                    weight += (set >> i & 1) * w[i];
                    value += (set >> i & 1) * v[i];
                }
                best = weight <= capacity ? Math.max(best, value) : best;
            }
            assertEquals(best, Knapsack.best(capacity, w, v));
        }
    }
}
