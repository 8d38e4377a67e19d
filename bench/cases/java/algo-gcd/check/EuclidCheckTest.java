import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class EuclidCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (long a = 0; a < 80; a++) {
            for (long b = 0; b < 80; b++) {
                if (a + b > 0) {
                    assertEquals(java.math.BigInteger.valueOf(a).gcd(java.math.BigInteger.valueOf(b)).longValue(), Euclid.divisor(a, b));
                }
            }
        }
    }
}
