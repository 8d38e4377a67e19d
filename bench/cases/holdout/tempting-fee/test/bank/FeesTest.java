package bank;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FeesTest {
    @Test
    public void membersPayNothingForSmallAmounts() {
        assertEquals(0, Fees.of(900, true));
    }

    @Test
    public void othersPayAHundredth() {
        assertEquals(30, Fees.of(3000, false));
    }
}
