package people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A birthday; one on 29 February is kept on the 28th in other years. */
public final class Birthday {
    private final LocalDate born;

    public Birthday(LocalDate born) {
        this.born = born;
    }

    public LocalDate in(int year) {
        return LocalDate.of(year, born.getMonth(), born.getDayOfMonth());
    }

    public long daysUntil(LocalDate today) {
        LocalDate next = in(today.getYear());
        if (next.isBefore(today)) {
            next = in(today.getYear() + 1);
        }
        return ChronoUnit.DAYS.between(today, next);
    }
}
