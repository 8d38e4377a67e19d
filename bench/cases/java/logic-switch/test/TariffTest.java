import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TariffTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(5, Tariff.price("local", 1));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(9, Tariff.price("country", 2));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(12, Tariff.price("world", 0));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(22, Tariff.price("moon", 1));
    }
}
