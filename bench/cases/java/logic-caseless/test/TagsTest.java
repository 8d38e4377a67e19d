import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TagsTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        Tags t = new Tags(); t.add("Java"); assertTrue(t.has("java"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        Tags t = new Tags(); t.add("java"); assertTrue(t.has("JAVA"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        Tags t = new Tags(); t.add(" Go "); assertTrue(t.has(" go"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        Tags t = new Tags(); t.add("a"); t.add("A"); assertEquals(1, t.count());
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        Tags t = new Tags(); t.add("a"); assertFalse(t.has("b"));
    }
}
