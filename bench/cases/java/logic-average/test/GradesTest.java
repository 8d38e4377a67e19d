import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class GradesTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(1.5, Grades.average(List.of(1, 2)), 1e-6);
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(0, Grades.average(List.of()), 1e-6);
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(2, Grades.average(List.of(1, 2, 3)), 1e-6);
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(2.25, Grades.average(List.of(1, 2, 2, 4)), 1e-6);
    }
}
