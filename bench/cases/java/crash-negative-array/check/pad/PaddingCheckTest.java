package pad;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PaddingCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("toolong", Padding.left("toolong", 5));
        assertEquals("  ab", Padding.left("ab", 4));
    }
}
