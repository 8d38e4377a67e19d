import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class VersionCheckTest {
    @Test
    public void order() {
        assertEquals(-1, Integer.signum(new Version("1.2").compareTo(new Version("1.2.0.1"))));
        assertEquals(1, Integer.signum(new Version("2").compareTo(new Version("1.9.9"))));
        assertEquals(0, new Version("2.0.0").compareTo(new Version("2")));
        assertEquals(0, new Version("3.1").compareTo(new Version("3.1")));
    }
}
