import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PlaylistTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        List<String> given = new ArrayList<>(List.of("a")); Playlist p = new Playlist(given); given.add("b"); assertEquals(List.of("a"), p.songs());
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        Playlist p = new Playlist(new ArrayList<>()); p.add("x"); assertEquals(List.of("x"), p.songs());
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        List<String> given = new ArrayList<>(); Playlist p = new Playlist(given); p.add("x"); assertEquals(List.of(), given);
    }
}
