import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CommonCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            String a = text(random);
            String b = text(random);
            assertEquals(slow(a, b), Common.length(a, b));
        }
    }
    private static int slow(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return a.charAt(0) == b.charAt(0)
                ? 1 + slow(a.substring(1), b.substring(1))
                : Math.max(slow(a.substring(1), b), slow(a, b.substring(1)));
    }
    
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
