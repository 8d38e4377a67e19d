package rates;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RateCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(0, Rate.percent(0, 0));
        assertEquals(50, Rate.percent(1, 2));
    }
}
