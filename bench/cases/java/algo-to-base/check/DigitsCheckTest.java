import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DigitsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int n = 1; n < 300; n++) {
            for (int base = 2; base <= 36; base++) {
                assertEquals(Integer.toString(n, base), Digits.of(n, base));
            }
        }
    }
}
