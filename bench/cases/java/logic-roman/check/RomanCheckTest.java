import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RomanCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] hundreds = {"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"};
        for (int n = 1; n < 4000; n++) {
            assertEquals("M".repeat(n / 1000) + hundreds[n / 100 % 10] + tens[n / 10 % 10] + ones[n % 10], Roman.of(n));
        }
    }
}
