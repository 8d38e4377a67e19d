package bill;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class InvoiceTest {
    @Test
    public void small() {
        Invoice invoice = new Invoice();
        invoice.add("pen", 150, 2);
        invoice.add("ink", 400, 1);
        assertEquals(700, invoice.total());
    }

    @Test
    public void large() {
        Invoice invoice = new Invoice();
        invoice.add("house", 90_000_000, 30);
        assertEquals(2_700_000_000L, invoice.total());
    }

    @Test
    public void pieces() {
        Invoice invoice = new Invoice();
        invoice.add("pen", 150, 2);
        invoice.add("pen", 140, 3);
        assertEquals(5, invoice.pieces("pen"));
    }
}
