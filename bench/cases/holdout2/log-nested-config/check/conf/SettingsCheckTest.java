package conf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import org.junit.Test;

public class SettingsCheckTest {
    @Test
    public void absent() {
        Settings settings = new Settings(Map.of("retries", 5));
        assertTrue(settings.timeoutSeconds() >= 0);
        assertEquals(settings.timeoutSeconds() * 1000, settings.timeoutMillis());
        assertEquals(7, new Settings(Map.of("timeout", 7)).timeoutSeconds());
        assertEquals(5, settings.retries());
    }
}
