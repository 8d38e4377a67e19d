package books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ShelfTest {
    @Test
    void hyphensDoNotMatter() {
        Shelf shelf = new Shelf();
        shelf.add(new Isbn("978-3-16-148410-0"));
        shelf.add(new Isbn("9783161484100"));
        assertEquals(1, shelf.titles());
        assertEquals(2, shelf.copies(new Isbn("978-3161484100")));
    }

    @Test
    void others() {
        Shelf shelf = new Shelf();
        shelf.add(new Isbn("1"));
        shelf.add(new Isbn("2"));
        assertEquals(2, shelf.titles());
        assertNotEquals(new Isbn("1"), new Isbn("2"));
    }
}
