package sessions;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class SessionsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Sessions s = new Sessions();
        for (int age : new int[] {9, 9, 1, 9, 2}) {
            s.add(age);
        }
        s.expire(5);
        assertEquals(2, s.count());
    }
}
