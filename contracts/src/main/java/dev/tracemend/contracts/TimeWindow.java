package dev.tracemend.contracts;

/** A span of event time, both ends in seconds since the epoch; the end is the last event's time. */
public record TimeWindow(double start, double end) {

    /** Replaces what is not a time by zero. */
    public TimeWindow {
        start = Absent.finite(start);
        end = Absent.finite(end);
    }
}
