import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PlaylistCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        List<String> given = new ArrayList<>(List.of("a", "b"));
        Playlist one = new Playlist(given);
        Playlist two = new Playlist(given);
        one.add("c");
        two.add("d");
        given.clear();
        assertEquals(List.of("a", "b", "c"), one.songs());
        assertEquals(List.of("a", "b", "d"), two.songs());
    }
}
