package tree;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class SizeTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(6L, Size.factorial(3));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(1L, Size.factorial(1));
    }
}
