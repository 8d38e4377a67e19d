package cart;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class BasketCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Basket b = new Basket();
        b.add("pear");
        b.add("fig");
        assertEquals(2, b.size());
    }
}
