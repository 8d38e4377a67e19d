package time;

import static org.junit.Assert.assertEquals;

import java.time.LocalTime;
import org.junit.Test;

public class ShiftCheckTest {
    @Test
    public void all() {
        for (int from = 0; from < 1440; from += 37) {
            for (int length = 1; length < 1440; length += 53) {
                LocalTime start = LocalTime.MIDNIGHT.plusMinutes(from);
                assertEquals(length, new Shift(start, start.plusMinutes(length)).minutes());
            }
        }
    }
}
