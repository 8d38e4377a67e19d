import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class OnesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int i = -500; i < 5000; i++) {
            assertEquals(Integer.bitCount(i), Ones.in(i));
        }
    }
}
