import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class BuildOrderCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 80; round++) {
            Map<String, List<String>> needs = new TreeMap<>();
            List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
            Collections.shuffle(names, random);
            for (int i = 0; i < names.size(); i++) {
                List<String> of = new ArrayList<>();
                for (int j = 0; j < i; j++) {
                    if (random.nextInt(3) == 0) {
                        of.add(names.get(j));
                    }
                }
                needs.put(names.get(i), of);
            }
            List<String> order = BuildOrder.order(needs);
            assertEquals(needs.size(), order.size());
            for (String step : order) {
                for (String need : needs.get(step)) {
                    assertTrue(order.indexOf(need) < order.indexOf(step));
                }
            }
        }
    }
}
