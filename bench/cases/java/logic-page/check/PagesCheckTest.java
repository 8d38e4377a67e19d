import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PagesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int n = 0; n < 12; n++) {
            List<Integer> items = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                items.add(i);
            }
            for (int size = 1; size < 5; size++) {
                assertEquals((n + size - 1) / size, Pages.count(n, size));
                List<Integer> all = new ArrayList<>();
                for (int p = 1; p <= Pages.count(n, size) + 1; p++) {
                    all.addAll(Pages.page(items, p, size));
                }
                assertEquals(items, all);
            }
        }
    }
}
