import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CountingSortCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            List<Integer> values = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                values.add(random.nextInt(9));
            }
            List<Integer> expected = new ArrayList<>(values);
            Collections.sort(expected);
            assertEquals(expected, CountingSort.sorted(values, 9));
        }
    }
}
