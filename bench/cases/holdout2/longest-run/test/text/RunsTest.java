package text;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class RunsTest {
    @Test
    public void longestInTheMiddle() {
        assertEquals(3, Runs.longest("abbbc"));
    }

    @Test
    public void longestAtTheEnd() {
        assertEquals(4, Runs.longest("abcccc"));
    }

    @Test
    public void longestOfNothing() {
        assertEquals(0, Runs.longest(""));
    }

    @Test
    public void longestOfOne() {
        assertEquals(1, Runs.longest("x"));
    }

    @Test
    public void counts() {
        assertEquals(3, Runs.count("aabba"));
    }

    @Test
    public void packs() {
        assertEquals("a2b1", Runs.packed("aab"));
    }
}
