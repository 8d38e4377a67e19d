package hits;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class HitCounterCheckTest {
    @Test
    public void counts() {
        HitCounter counter = new HitCounter();
        counter.visit("/a", null);
        counter.visit("/b", null);
        counter.visit("/a", "x");
        counter.visit("/static/a", null);
        assertEquals(2, counter.direct());
        assertEquals(1, counter.from("x"));
    }
}
