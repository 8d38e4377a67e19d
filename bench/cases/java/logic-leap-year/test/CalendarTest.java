import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class CalendarTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(true, Calendar.isLeap(2024));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(false, Calendar.isLeap(1900));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(true, Calendar.isLeap(2000));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(29, Calendar.days(2, 2000));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(false, Calendar.isLeap(2023));
    }

    @Test(timeout = 3000)
    public void case6() throws Exception {
        assertEquals(false, Calendar.isLeap(2100));
    }
}
