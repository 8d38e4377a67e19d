package shop;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class OrderTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(25L, new Order(2, 10, 5).total());
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(95L, new Order(1, 100, 5).total());
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(187L, new Order(2, 100, 7).total());
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(0L, new Order(0, 9, 0).total());
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(104L, new Order(11, 9, 5).total());
    }
}
