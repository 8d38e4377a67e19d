import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class SelectCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(9);
        for (int round = 0; round < 150; round++) {
            List<Integer> values = new ArrayList<>();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                values.add(random.nextInt(12));
            }
            List<Integer> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            for (int k = 0; k < values.size(); k++) {
                assertEquals((int) sorted.get(k), Select.kth(values, k));
            }
        }
    }
}
