package words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class AnagramsTest {
    private final Anagrams anagrams = new Anagrams();

    @Test
    public void same() {
        assertTrue(anagrams.matches("Listen", "Silent"));
    }

    @Test
    public void different() {
        assertFalse(anagrams.matches("good", "dogs"));
    }

    @Test
    public void otherLength() {
        assertFalse(anagrams.matches("a", "aa"));
    }

    @Test
    public void list() {
        assertEquals(List.of("tea", "ate"), anagrams.of("eat", List.of("tea", "tee", "ate", "eat")));
    }
}
