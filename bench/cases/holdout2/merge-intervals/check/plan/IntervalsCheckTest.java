package plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsCheckTest {
    @Test
    void agrees() {
        Random random = new Random(5);
        for (int n = 0; n < 300; n++) {
            boolean[] in = new boolean[40];
            List<Interval> all = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int start = random.nextInt(30);
                int end = start + random.nextInt(9);
                all.add(new Interval(start, end));
                for (int k = start; k <= end; k++) {
                    in[k] = true;
                }
            }
            int sum = 0;
            for (boolean one : in) {
                sum += one ? 1 : 0;
            }
            assertEquals(sum, Intervals.covered(all));
        }
    }
}
