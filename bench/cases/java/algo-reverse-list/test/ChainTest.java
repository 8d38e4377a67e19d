import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ChainTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals("3,2,1", Chain.text(Chain.reverse(new Chain(1, new Chain(2, new Chain(3, null))))));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals("", Chain.text(Chain.reverse(null)));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals("5", Chain.text(Chain.reverse(new Chain(5, null))));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals("2,1", Chain.text(Chain.reverse(new Chain(1, new Chain(2, null)))));
    }
}
