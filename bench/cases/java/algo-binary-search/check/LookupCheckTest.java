import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class LookupCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int n = 0; n < 20; n++) {
            int[] all = new int[n];
            for (int i = 0; i < n; i++) {
                all[i] = i * 3;
            }
            for (int v = -2; v < n * 3 + 2; v++) {
                assertEquals(v >= 0 && v % 3 == 0 && v / 3 < n ? v / 3 : -1, Lookup.find(all, v));
            }
        }
    }
}
