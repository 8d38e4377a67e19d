package office;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkdaysCheckTest {
    @Test
    void everyDay() {
        Workdays workdays = new Workdays();
        workdays.addHoliday(LocalDate.of(2026, 5, 1));
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            boolean open = day.getDayOfWeek().getValue() < 6 && !day.equals(LocalDate.of(2026, 5, 1));
            assertEquals(open, workdays.isOpen(day));
        }
    }
}
