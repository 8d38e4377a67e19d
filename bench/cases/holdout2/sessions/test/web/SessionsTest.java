package web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class SessionsTest {
    @Test
    public void drops() {
        Sessions sessions = new Sessions(100);
        sessions.touch("a", 0);
        sessions.touch("b", 10);
        sessions.touch("c", 200);
        assertEquals(2, sessions.expire(250));
        assertFalse(sessions.isActive("a"));
        assertTrue(sessions.isActive("c"));
    }

    @Test
    public void keeps() {
        Sessions sessions = new Sessions(100);
        sessions.touch("a", 0);
        assertEquals(0, sessions.expire(100));
        assertEquals(1, sessions.size());
    }
}
