import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RootCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (double x = 1; x < 400; x += 1.7) {
            assertEquals(Math.sqrt(x), Root.of(x, 0.0001), 0.01);
        }
    }
}
