package names;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class InitialsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("ab", Initials.shortened("ab", 5));
        assertEquals("abc", Initials.shortened("abcdef", 3));
        assertEquals("", Initials.shortened("", 1));
    }
}
