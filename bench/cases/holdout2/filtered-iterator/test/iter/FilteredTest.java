package iter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.Test;

public class FilteredTest {
    private static Iterator<Integer> even(Integer... all) {
        return new Filtered<>(List.of(all).iterator(), n -> n % 2 == 0);
    }

    @Test
    public void filters() {
        Iterator<Integer> even = even(1, 2, 3, 4);
        assertEquals(Integer.valueOf(2), even.next());
        assertEquals(Integer.valueOf(4), even.next());
        assertFalse(even.hasNext());
    }

    @Test
    public void mayBeAskedTwice() {
        Iterator<Integer> even = even(2, 4);
        assertTrue(even.hasNext());
        assertTrue(even.hasNext());
        assertEquals(Integer.valueOf(2), even.next());
    }

    @Test
    public void askedAtTheEnd() {
        Iterator<Integer> even = even(1, 2);
        assertTrue(even.hasNext());
        assertTrue(even.hasNext());
        assertEquals(Integer.valueOf(2), even.next());
        assertFalse(even.hasNext());
    }

    @Test(expected = NoSuchElementException.class)
    public void atTheEnd() {
        even(1).next();
    }
}
