package words;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class AnagramsCheckTest {
    @Test
    public void agrees() {
        Random random = new Random(3);
        for (int n = 0; n < 500; n++) {
            String a = word(random);
            String b = word(random);
            char[] x = a.toCharArray();
            char[] y = b.toCharArray();
            Arrays.sort(x);
            Arrays.sort(y);
            assertEquals(a + " " + b, Arrays.equals(x, y), new Anagrams().matches(a, b));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            word.append((char) ('x' + random.nextInt(3)));
        }
        return word.toString();
    }
}
