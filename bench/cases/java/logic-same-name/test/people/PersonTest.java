package people;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PersonTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(true, new Person("Ada", 1815).sameAs(new Person(new String("Ada"), 1815)));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(false, new Person("Ada", 1815).sameAs(new Person("Eve", 1815)));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(false, new Person("Ada", 1815).sameAs(null));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(false, new Person("Ada", 1815).sameAs(new Person("Ada", 1816)));
    }
}
