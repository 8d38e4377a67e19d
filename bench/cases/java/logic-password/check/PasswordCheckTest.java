import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PasswordCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertTrue(Password.strong("ABCDEFG1"));
        assertFalse(Password.strong("ABCDEFGH"));
        assertFalse(Password.strong("12345678"));
        assertFalse(Password.strong("A1bcdef"));
        assertTrue(Password.strong("aaaaaaA9"));
    }
}
