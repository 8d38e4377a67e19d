import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class EuclidTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(6, Euclid.divisor(54, 24));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(1, Euclid.divisor(35, 18));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(17, Euclid.divisor(17, 0));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(12, Euclid.divisor(12, 36));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(5, Euclid.divisor(0, 5));
    }
}
