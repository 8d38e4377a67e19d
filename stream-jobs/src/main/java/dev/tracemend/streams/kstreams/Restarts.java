package dev.tracemend.streams.kstreams;

import java.time.Duration;

/** Allows a failing thread to be started again, but not in an endless quick loop. Safe for use by many threads. */
final class Restarts {
    private static final int MOST = 5;
    private static final long CALM = Duration.ofMinutes(1).toNanos();

    private int inARow;
    private long last;

    /** Whether to start again, asked at {@code now} nanoseconds: at most five times without a calm minute between. */
    synchronized boolean allowed(long now) {
        inARow = inARow > 0 && now - last < CALM ? inARow + 1 : 1;
        last = now;
        return inARow <= MOST;
    }
}
