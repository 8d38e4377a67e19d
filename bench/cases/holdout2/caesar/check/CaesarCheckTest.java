import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class CaesarCheckTest {
    @Test
    public void thereAndBack() {
        for (int shift = 0; shift <= 26; shift++) {
            String all = "the quick brown fox jumps over the lazy dog.";
            assertEquals(all, new Caesar(shift).decoded(new Caesar(shift).encoded(all)));
        }
    }
}
