package access;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class LineReaderCheckTest {
    @Test
    public void reads() {
        LineReader reader = new LineReader();
        assertEquals(new LineReader.Visit("1", "/a", "x"), reader.read("1 GET /a x"));
        assertEquals(new LineReader.Visit("1", "/a", ""), reader.read("1 GET /a -"));
        assertEquals(new LineReader.Visit("1", "/a", ""), reader.read("1 GET /a"));
        assertEquals(2, reader.readAll(List.of("1 GET /a x", "", "1 GET /b")).size());
    }
}
