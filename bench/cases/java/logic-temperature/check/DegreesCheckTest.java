import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DegreesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (double c = -50; c < 120; c += 7) {
            assertEquals(c, Degrees.toCelsius(c * 9 / 5 + 32), 1e-6);
        }
    }
}
