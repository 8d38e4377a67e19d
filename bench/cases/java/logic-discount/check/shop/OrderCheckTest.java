package shop;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class OrderCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int q = 0; q < 20; q++) {
            for (long p = 1; p < 30; p += 3) {
                for (long s = 0; s < 10; s += 4) {
                    long goods = q * p;
                    assertEquals(goods - (goods >= 100 ? goods / 10 : 0) + s, new Order(q, p, s).total());
                }
            }
        }
    }
}
