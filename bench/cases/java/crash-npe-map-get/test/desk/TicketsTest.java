package desk;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TicketsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        Tickets t = new Tickets(); t.assign("a", 2); assertEquals(2, t.openOf("a")); assertEquals(4, t.load("a")); assertEquals(0, t.load("z"));
    }
}
