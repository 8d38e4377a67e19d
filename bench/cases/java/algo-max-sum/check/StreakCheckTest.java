import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class StreakCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(10);
        for (int round = 0; round < 200; round++) {
            int[] v = random.ints(random.nextInt(9), -9, 9).toArray();
            int best = 0;
            for (int i = 0; i < v.length; i++) {
                int sum = 0;
                for (int j = i; j < v.length; j++) {
                    sum += v[j];
                    best = Math.max(best, sum);
                }
            }
            assertEquals(best, Streak.best(v));
        }
    }
}
