package people;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import org.junit.Test;

public class BirthdayCheckTest {
    @Test
    public void leapDay() {
        Birthday birthday = new Birthday(LocalDate.of(2000, 2, 29));
        assertEquals(LocalDate.of(2026, 2, 28), birthday.in(2026));
        assertEquals(LocalDate.of(2028, 2, 29), birthday.in(2028));
        assertEquals(LocalDate.of(2026, 7, 9), new Birthday(LocalDate.of(1990, 7, 9)).in(2026));
        assertEquals(54, birthday.daysUntil(LocalDate.of(2026, 1, 5)));
    }
}
