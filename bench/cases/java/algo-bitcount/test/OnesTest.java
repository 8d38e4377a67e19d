import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class OnesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(1, Ones.in(64));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(3, Ones.in(7));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(0, Ones.in(0));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(9, Ones.in(1023 - 2));
    }
}
