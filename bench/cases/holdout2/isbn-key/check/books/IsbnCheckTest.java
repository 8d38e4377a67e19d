package books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class IsbnCheckTest {
    @Test
    void contract() {
        assertEquals(new Isbn("1-2").hashCode(), new Isbn("-12-").hashCode());
        assertEquals(new Isbn("1-2"), new Isbn("12"));
        assertNotEquals(new Isbn("1-2").hashCode(), new Isbn("13").hashCode());
        assertEquals("1-2", new Isbn("1-2").text());
    }
}
