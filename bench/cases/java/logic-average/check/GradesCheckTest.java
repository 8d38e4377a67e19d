import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class GradesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            List<Integer> g = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                g.add(random.nextInt(7));
            }
            assertEquals(g.stream().mapToInt(i -> i).average().orElse(0), Grades.average(g), 1e-9);
        }
    }
}
