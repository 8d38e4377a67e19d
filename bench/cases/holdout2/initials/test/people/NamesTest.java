package people;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class NamesTest {
    @Test
    public void three() {
        assertEquals("AKL", Names.initials("Ada King Lovelace"));
    }

    @Test
    public void blanks() {
        assertEquals("AL", Names.initials(" ada   lovelace "));
    }

    @Test
    public void none() {
        assertEquals("", Names.initials(null));
    }

    @Test
    public void empty() {
        assertEquals("", Names.initials(""));
    }

    @Test
    public void turns() {
        assertEquals("Ada Lovelace", Names.turned("Lovelace, Ada"));
    }
}
