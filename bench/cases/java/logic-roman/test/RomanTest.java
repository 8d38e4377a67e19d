import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RomanTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals("III", Roman.of(3));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals("IV", Roman.of(4));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals("XXIX", Roman.of(29));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals("MCMXCIV", Roman.of(1994));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals("MMXXVI", Roman.of(2026));
    }
}
