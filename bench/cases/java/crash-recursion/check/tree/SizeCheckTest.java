package tree;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class SizeCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(1, Size.factorial(0));
        assertEquals(120, Size.factorial(5));
    }
}
