package office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Counts the days on which an office is open. */
public class Workdays {
    private final Set<LocalDate> holidays = new HashSet<>();

    public void addHoliday(LocalDate day) {
        holidays.add(day);
    }

    public boolean isOpen(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return (weekday != DayOfWeek.SATURDAY || weekday != DayOfWeek.SUNDAY) && !holidays.contains(day);
    }

    /** Open days from the first to the last, both counted. */
    public int between(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isOpen(day)) {
                days++;
            }
        }
        return days;
    }

    /** The first open day after this one. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isOpen(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
