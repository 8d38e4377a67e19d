import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DistanceCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(6);
        for (int round = 0; round < 150; round++) {
            String a = text(random);
            String b = text(random);
            int[][] d = new int[a.length() + 1][b.length() + 1];
            for (int i = 0; i <= a.length(); i++) {
                for (int j = 0; j <= b.length(); j++) {
                    d[i][j] = i == 0 || j == 0 ? i + j : Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1,
                            d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                }
            }
            assertEquals(d[a.length()][b.length()], Distance.between(a, b));
        }
    }
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
