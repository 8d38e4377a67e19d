package time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalTime;
import org.junit.Test;

public class ShiftTest {
    @Test
    public void day() {
        assertEquals(480, new Shift(LocalTime.of(8, 0), LocalTime.of(16, 0)).minutes());
    }

    @Test
    public void night() {
        assertEquals(480, new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0)).minutes());
    }

    @Test
    public void paid() {
        assertEquals(450, new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0)).paidMinutes());
    }

    @Test
    public void contains() {
        assertTrue(new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0)).contains(LocalTime.of(1, 0)));
    }
}
