import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RootTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(2, Root.of(4, 0.001), 0.01);
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(1.4142, Root.of(2, 0.0001), 0.001);
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(5.196, Root.of(27, 0.001), 0.01);
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(10, Root.of(100, 0.01), 0.01);
    }
}
