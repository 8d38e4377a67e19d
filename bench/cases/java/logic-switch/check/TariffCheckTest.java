import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TariffCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int kg = 0; kg < 9; kg++) {
            assertEquals(3 + 2 * kg, Tariff.price("local", kg));
            assertEquals(5 + 2 * kg, Tariff.price("country", kg));
            assertEquals(12 + 2 * kg, Tariff.price("world", kg));
            assertEquals(20 + 2 * kg, Tariff.price("x", kg));
        }
    }
}
