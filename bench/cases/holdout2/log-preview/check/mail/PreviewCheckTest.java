package mail;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class PreviewCheckTest {
    @Test
    public void lengths() {
        assertEquals("a: see you tomorrow", new Preview().line("a", " see you\ntomorrow"));
        assertEquals("a: ", new Preview().line("a", ""));
        String forty = "x".repeat(40);
        assertEquals("a: " + forty, new Preview().line("a", forty));
        assertEquals("a: " + forty, new Preview().line("a", forty + "yz"));
    }
}
