package tool;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CommandCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("", Command.value("verbose="));
        assertEquals("3", Command.value("level= 3"));
    }
}
