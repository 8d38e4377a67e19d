package people;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PersonCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertTrue(new Person("x" + 1, 1).sameAs(new Person("x" + 1, 1)));
        assertFalse(new Person("x" + 1, 1).sameAs(new Person("x" + 2, 1)));
        assertFalse(new Person("x" + 1, 1).sameAs(new Person("x" + 1, 2)));
    }
}
