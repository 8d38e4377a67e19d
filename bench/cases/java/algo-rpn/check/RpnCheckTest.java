import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RpnCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int a = -5; a < 6; a++) {
            for (int b = 1; b < 6; b++) {
                assertEquals(a - b, Rpn.value(a + " " + b + " -"));
                assertEquals(a / b, Rpn.value(a + " " + b + " /"));
                assertEquals((a + b) * 2 - a, Rpn.value(a + " " + b + " + 2 * " + a + " -"));
            }
        }
    }
}
