package text;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class RunsCheckTest {
    @Test
    public void agrees() {
        java.util.Random random = new java.util.Random(7);
        for (int n = 0; n < 300; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append((char) ('a' + random.nextInt(2)));
            }
            int best = 0;
            for (int i = 0; i < text.length(); i++) {
                int j = i;
                while (j < text.length() && text.charAt(j) == text.charAt(i)) {
                    j++;
                }
                best = Math.max(best, j - i);
            }
            assertEquals(text.toString(), best, Runs.longest(text.toString()));
        }
    }
}
