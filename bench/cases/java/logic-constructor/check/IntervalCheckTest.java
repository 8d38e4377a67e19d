import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class IntervalCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int a = 0; a < 10; a++) {
            for (int b = a; b < 10; b++) {
                assertEquals(b - a, new Interval(a, b).length());
                for (int v = 0; v < 10; v++) {
                    assertEquals(a <= v && v < b, new Interval(a, b).contains(v));
                }
            }
        }
    }
}
