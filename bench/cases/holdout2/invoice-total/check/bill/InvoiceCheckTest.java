package bill;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class InvoiceCheckTest {
    @Test
    public void sums() {
        Invoice invoice = new Invoice();
        invoice.add("a", 2_000_000_000, 2_000_000_000);
        invoice.add("b", -5, 3);
        assertEquals(2_000_000_000L * 2_000_000_000L - 15, invoice.total());
        assertEquals(0, new Invoice().total());
    }
}
