package desk;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TicketsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Tickets t = new Tickets();
        assertEquals(0, t.openOf("nobody"));
        t.assign("a", 3);
        assertEquals(3, t.openOf("a"));
    }
}
