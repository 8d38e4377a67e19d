package catalogue;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ShelfCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Shelf shelf = new Shelf();
        shelf.put("Bees");
        assertEquals(2, shelf.size());
    }
}
