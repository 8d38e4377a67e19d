package store;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class InventoryTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        Inventory i = new Inventory(); i.receive("a", 3); assertEquals("ok", new Checkout(i).buy("a", 3)); assertEquals(0, i.available("a"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        Inventory i = new Inventory(); i.receive("a", 3); assertEquals("sold out", new Checkout(i).buy("a", 4)); assertEquals(3, i.available("a"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        Inventory i = new Inventory(); assertEquals("sold out", new Checkout(i).buy("a", 1));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        Inventory i = new Inventory(); i.receive("b", 5); assertEquals("ok", new Checkout(i).buy("b", 2)); assertEquals(3, i.available("b"));
    }
}
