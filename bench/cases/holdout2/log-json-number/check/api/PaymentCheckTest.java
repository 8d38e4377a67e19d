package api;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import org.junit.Test;

public class PaymentCheckTest {
    @Test
    public void both() {
        assertEquals("A1 12.50", new Payment(Map.of("account", "A1", "cents", 1250)).text());
        assertEquals("A1 12.05", new Payment(Map.of("account", "A1", "cents", 1205L)).text());
        assertEquals(99_999_999_999L, new Payment(Map.of("cents", 99_999_999_999L)).cents());
    }
}
