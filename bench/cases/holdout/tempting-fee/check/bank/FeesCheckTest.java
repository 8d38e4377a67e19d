package bank;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FeesCheckTest {
    @Test
    public void itCostsWhatItSays() {
        assertEquals(0, Fees.of(900, true));
        assertEquals(0, Fees.of(1, true));
        assertEquals(25, Fees.of(1000, true));
        assertEquals(30, Fees.of(3000, true));
        assertEquals(500, Fees.of(90000, true));
        assertEquals(25, Fees.of(900, false));
        assertEquals(30, Fees.of(3000, false));
        assertEquals(500, Fees.of(90000, false));
    }
}
