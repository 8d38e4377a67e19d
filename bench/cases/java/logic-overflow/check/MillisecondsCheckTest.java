import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MillisecondsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int d = 0; d < 5000; d += 7) {
            assertEquals(d * 86_400_000L, Milliseconds.ofDays(d));
        }
    }
}
