package web;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SessionsCheckTest {
    @Test
    public void many() {
        for (int n = 0; n < 40; n++) {
            Sessions sessions = new Sessions(10);
            for (int i = 0; i < n; i++) {
                sessions.touch("s" + i, i);
            }
            assertEquals(Math.min(n, 20), sessions.expire(30));
            assertEquals(Math.max(0, n - 20), sessions.size());
        }
    }
}
