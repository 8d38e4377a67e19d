import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ChainCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Chain chain = null;
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            expected.append(i == 0 ? "" : ",").append(i);
            chain = new Chain(i, chain);
            assertEquals(expected.toString(), Chain.text(Chain.reverse(copy(chain))));
        }
    }
    private static Chain copy(Chain one) {
        return one == null ? null : new Chain(one.value, copy(one.next));
    }
}
