package order;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class LabelCheckTest {
    @Test
    public void text() {
        assertEquals("Ann\nBERN", new Label().text(new Customer("Ann", "Bern")));
        assertEquals("Oslo", new Customer("Bob", "Oslo").city());
    }
}
