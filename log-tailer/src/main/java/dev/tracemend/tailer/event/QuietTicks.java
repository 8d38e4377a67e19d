package dev.tracemend.tailer.event;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lets event time go on when a source is quiet: after the last event a few ticks. Finite, so that an idle service costs
 * nothing. Not thread-safe.
 */
public final class QuietTicks {
    private final List<Duration> after;
    private double lastEventTime;
    private long lastSeen;
    private int sent = Integer.MAX_VALUE;

    /** Ticks after these times of quiet, shortest first. */
    public QuietTicks(List<Duration> after) {
        this.after = List.copyOf(after);
    }

    /** An event was published; {@code time} is its event time in seconds, {@code now} milliseconds of a steady clock. */
    public void event(double time, long now) {
        lastEventTime = Math.max(lastEventTime, time);
        lastSeen = now;
        sent = 0;
    }

    /** Event time in seconds of the tick that is due, if one is. */
    public OptionalDouble due(long now) {
        if (sent >= after.size() || now - lastSeen < after.get(sent).toMillis()) {
            return OptionalDouble.empty();
        }
        sent++;
        return OptionalDouble.of(lastEventTime + (now - lastSeen) / 1000.0);
    }

    /** Whether no further tick follows until the next event. */
    boolean isLast() {
        return sent >= after.size();
    }

    /** How many ticks were sent since the last event. */
    public int sent() {
        return sent;
    }
}
