package poll;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class PollTest {
    @Test
    public void fewVotes() {
        Poll poll = new Poll();
        poll.vote("a", 3);
        poll.vote("b", 2);
        poll.vote("b", 1);
        assertTrue(poll.tied("a", "b"));
    }

    @Test
    public void manyVotes() {
        Poll poll = new Poll();
        poll.vote("a", 1000);
        poll.vote("b", 600);
        poll.vote("b", 400);
        assertTrue(poll.tied("a", "b"));
        assertFalse(poll.tied("a", "c"));
    }

    @Test
    public void ranks() {
        Poll poll = new Poll();
        poll.vote("a", 1);
        poll.vote("b", 2);
        assertEquals(List.of("b", "a"), poll.ranking());
        assertEquals(3, poll.total());
    }
}
