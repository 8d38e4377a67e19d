package poll;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class PollCheckTest {
    @Test
    public void ties() {
        for (int a = 0; a < 400; a += 57) {
            for (int b = 0; b < 400; b += 57) {
                Poll poll = new Poll();
                poll.vote("a", a);
                poll.vote("b", b);
                assertEquals(a == b, poll.tied("a", "b"));
            }
        }
    }
}
