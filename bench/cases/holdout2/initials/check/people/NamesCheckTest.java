package people;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class NamesCheckTest {
    @Test
    public void more() {
        assertEquals("", Names.initials(null));
        assertEquals("", Names.initials(""));
        assertEquals("", Names.initials("   "));
        assertEquals("X", Names.initials("x"));
        assertEquals("NULL".substring(0, 1), Names.initials("null"));
    }
}
