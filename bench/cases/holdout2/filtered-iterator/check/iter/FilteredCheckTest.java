package iter;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class FilteredCheckTest {
    @Test
    public void agrees() {
        Random random = new Random(2);
        for (int n = 0; n < 300; n++) {
            List<Integer> all = new ArrayList<>();
            List<Integer> wanted = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int value = random.nextInt(4);
                all.add(value);
                if (value > 1) {
                    wanted.add(value);
                }
            }
            Filtered<Integer> filtered = new Filtered<>(all.iterator(), value -> value > 1);
            List<Integer> seen = new ArrayList<>();
            while (filtered.hasNext()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    assertEquals(true, filtered.hasNext());
                }
                seen.add(filtered.next());
            }
            assertEquals(wanted, seen);
        }
    }
}
