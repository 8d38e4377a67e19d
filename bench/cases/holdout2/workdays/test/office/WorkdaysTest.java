package office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkdaysTest {
    private final Workdays workdays = new Workdays();

    @Test
    void aWeek() {
        assertEquals(5, workdays.between(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8)));
    }

    @Test
    void saturday() {
        assertFalse(workdays.isOpen(LocalDate.of(2026, 11, 7)));
    }

    @Test
    void monday() {
        assertTrue(workdays.isOpen(LocalDate.of(2026, 11, 9)));
    }

    @Test
    void afterFridayComesMonday() {
        assertEquals(LocalDate.of(2026, 11, 9), workdays.next(LocalDate.of(2026, 11, 6)));
    }

    @Test
    void holiday() {
        workdays.addHoliday(LocalDate.of(2026, 12, 25));
        assertFalse(workdays.isOpen(LocalDate.of(2026, 12, 25)));
    }
}
