package geo;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;

public class BoxCheckTest {
    @Test
    public void agrees() {
        Random random = new Random(6);
        for (int n = 0; n < 3000; n++) {
            Box a = box(random);
            Box b = box(random);
            boolean shared = false;
            for (int x = 0; x < 10; x++) {
                for (int y = 0; y < 10; y++) {
                    shared |= in(a, x, y) && in(b, x, y);
                }
            }
            assertEquals(shared, a.overlaps(b));
        }
    }

    private static Box box(Random random) {
        int left = random.nextInt(6);
        int top = random.nextInt(6);
        return new Box(left, top, left + 1 + random.nextInt(3), top + 1 + random.nextInt(3));
    }

    private static boolean in(Box box, int x, int y) {
        return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    }
}
