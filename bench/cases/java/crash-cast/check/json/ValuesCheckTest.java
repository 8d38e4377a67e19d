package json;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ValuesCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(5, Values.whole(Map.of("a", 5L), "a"));
        assertEquals(7, Values.whole(Map.of("a", 7), "a"));
    }
}
