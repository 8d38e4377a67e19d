package store;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class InventoryCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int have = 0; have < 6; have++) {
            for (int want = 1; want < 6; want++) {
                Inventory inventory = new Inventory();
                inventory.receive("x", have);
                assertEquals(want <= have ? "ok" : "sold out", new Checkout(inventory).buy("x", want));
                assertEquals(want <= have ? have - want : have, inventory.available("x"));
            }
        }
    }
}
