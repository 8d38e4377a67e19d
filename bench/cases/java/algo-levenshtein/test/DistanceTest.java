import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DistanceTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(3, Distance.between("kitten", "sitting"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, Distance.between("same", "same"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(3, Distance.between("", "abc"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(2, Distance.between("book", "back"));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(1, Distance.between("cat", "cats"));
    }
}
