import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PrimesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of(2), Primes.upTo(2));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of(), Primes.upTo(1));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(2, 3, 5, 7), Primes.upTo(10));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of(2, 3, 5, 7, 11, 13), Primes.upTo(15));
    }
}
