import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class CaesarTest {
    @Test
    public void encodes() {
        assertEquals("def xyz abc", new Caesar(3).encoded("abc uvw xyz"));
    }

    @Test
    public void decodes() {
        assertEquals("abc uvw xyz", new Caesar(3).decoded("def xyz abc"));
    }

    @Test
    public void zero() {
        assertEquals("abc!", new Caesar(0).decoded("abc!"));
    }
}
