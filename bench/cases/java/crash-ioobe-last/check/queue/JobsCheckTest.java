package queue;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class JobsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Jobs jobs = new Jobs();
        jobs.add("a");
        assertEquals("a", jobs.newest());
        jobs.add("b");
        assertEquals("b", jobs.newest());
    }
}
