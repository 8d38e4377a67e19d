package cache;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PricesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        int[] calls = {0};
        Prices prices = new Prices((s, c) -> {
            calls[0]++;
            return (s + ":" + c).hashCode();
        });
        for (int round = 0; round < 2; round++) {
            for (String s : List.of("a", "b", "cc")) {
                for (String c : List.of("de", "fr", "it")) {
                    assertEquals((s + ":" + c).hashCode(), prices.of(s, c));
                }
            }
        }
        assertEquals(9, calls[0]);
    }
}
