import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class VersionTest {
    @Test
    public void numbers() {
        assertTrue(new Version("1.10").isNewerThan(new Version("1.9")));
    }

    @Test
    public void longer() {
        assertTrue(new Version("1.2.1").isNewerThan(new Version("1.2")));
    }

    @Test
    public void zeros() {
        assertEquals(0, new Version("1.0").compareTo(new Version("1")));
    }

    @Test
    public void older() {
        assertFalse(new Version("0.9").isNewerThan(new Version("1.0")));
    }
}
