package mail;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class GreetingCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("", new Greeting().body(null));
        assertEquals("x.", new Greeting().body(" x "));
    }
}
