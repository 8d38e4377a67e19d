import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PrimesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        List<Integer> expected = new ArrayList<>();
        for (int n = 2; n <= 200; n++) {
            if (java.math.BigInteger.valueOf(n).isProbablePrime(50)) {
                expected.add(n);
            }
            assertEquals(expected, Primes.upTo(n));
        }
    }
}
