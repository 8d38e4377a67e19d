import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DegreesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(0, Degrees.toCelsius(32), 1e-6);
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(100, Degrees.toCelsius(212), 1e-6);
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(-40, Degrees.toCelsius(-40), 1e-6);
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(50, Degrees.toFahrenheit(10), 1e-6);
    }
}
