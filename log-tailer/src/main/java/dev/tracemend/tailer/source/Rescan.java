package dev.tracemend.tailer.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When files are looked for again: so that it takes little of the time, and less where the system tells of new ones. */
final class Rescan {
    /** Looking takes at most one part in so many. */
    private static final int SHARE = 200;

    private static final int WATCHED_SHARE = 600;
    private static final long WATCHED_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final long least;
    private long start;
    private long next = System.nanoTime();

    Rescan(Duration least) {
        this.least = least.toNanos();
    }

    /** Whether it is time; then {@link #ended} follows. */
    boolean begins() {
        start = System.nanoTime();
        return start - next >= 0;
    }

    void ended(boolean relies) {
        long end = System.nanoTime();
        long pause = relies ? Math.max(WATCHED_PAUSE, WATCHED_SHARE * (end - start)) : SHARE * (end - start);
        next = end + Math.max(least, pause);
    }

    /** Something may have appeared or gone. */
    void soon() {
        next = Math.min(next, System.nanoTime() + least);
    }
}
