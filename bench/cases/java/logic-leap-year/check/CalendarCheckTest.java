import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CalendarCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int year = 1600; year < 2500; year++) {
            assertEquals(java.time.Year.isLeap(year), Calendar.isLeap(year));
        }
    }
}
