package csv;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class CsvLineTest {
    @Test
    public void plain() {
        assertEquals(List.of("a", "b", ""), CsvLine.split("a,b,"));
    }

    @Test
    public void quoted() {
        assertEquals(List.of("a,b", "c"), CsvLine.split("\"a,b\",c"));
    }

    @Test
    public void quotedQuote() {
        assertEquals(List.of("5\" disk", "c"), CsvLine.split("\"5\"\" disk\",c"));
        assertEquals(List.of("a\",b"), CsvLine.split("\"a\"\",b\""));
    }

    @Test
    public void joins() {
        assertEquals("\"a,b\",\"\"\"\"", CsvLine.join(List.of("a,b", "\"")));
    }
}
