import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class QuickCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            List<Integer> values = new ArrayList<>();
            for (int i = random.nextInt(14); i > 0; i--) {
                values.add(random.nextInt(7) - 3);
            }
            List<Integer> expected = new ArrayList<>(values);
            Collections.sort(expected);
            assertEquals(expected, Quick.sort(values));
        }
    }
}
