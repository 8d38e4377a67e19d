import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class FloydCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(8);
        for (int round = 0; round < 80; round++) {
            int n = 2 + random.nextInt(4);
            int[][] roads = new int[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    roads[i][j] = i == j ? 0 : random.nextInt(3) == 0 ? Floyd.NONE : 1 + random.nextInt(9);
                }
            }
            int[][] expected = new int[n][];
            for (int s = 0; s < n; s++) {
                int[] d = new int[n];
                Arrays.fill(d, Floyd.NONE);
                d[s] = 0;
                for (int k = 0; k < n; k++) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            d[j] = Math.min(d[j], d[i] + roads[i][j]);
                        }
                    }
                }
                expected[s] = d;
            }
            int[][] seen = Floyd.lengths(roads);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertEquals(expected[i][j] >= Floyd.NONE, seen[i][j] >= Floyd.NONE);
                    assertTrue(expected[i][j] >= Floyd.NONE || expected[i][j] == seen[i][j]);
                }
            }
        }
    }
}
