package time;

import java.time.LocalTime;

/** From one time of day to another, which may lie on the next day. */
public class Shift {
    private final LocalTime start;
    private final LocalTime end;

    public Shift(LocalTime start, LocalTime end) {
        this.start = start;
        this.end = end;
    }

    public int minutes() {
        int from = start.toSecondOfDay() / 60;
        int to = end.toSecondOfDay() / 60;
        return to - from;
    }

    /** A break of half an hour for each full six hours. */
    public int paidMinutes() {
        return minutes() - minutes() / 360 * 30;
    }

    public boolean contains(LocalTime time) {
        if (end.isBefore(start)) {
            return !time.isBefore(start) || time.isBefore(end);
        }
        return !time.isBefore(start) && time.isBefore(end);
    }
}
