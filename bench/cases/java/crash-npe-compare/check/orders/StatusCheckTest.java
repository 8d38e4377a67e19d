package orders;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class StatusCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertFalse(new Status(null).isPaid());
        assertTrue(new Status("paid").isPaid());
        assertFalse(new Status("open").isPaid());
    }
}
