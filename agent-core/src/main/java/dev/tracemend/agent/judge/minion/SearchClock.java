package dev.tracemend.agent.judge.minion;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time a search has used: that of the processor, so that it finds the same where many share the machine; a multiple of
 * the limit on the wall clock ends it all the same. For the thread that made it.
 */
final class SearchClock {
    private static final long MOST_WAITING_NANOS = 8_000_000_000L;
    private static final int WALL_SHARE = 8;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long limitNanos;
    private final long startNanos = nanos();
    private final long startWallNanos = System.nanoTime();

    SearchClock(long limitMillis) {
        this.limitNanos = limitMillis * 1_000_000;
    }

    /** Nanoseconds used since the start. */
    long used() {
        return nanos() - startNanos;
    }

    /** The share of the limit that is used. */
    double share() {
        return used() / (double) limitNanos;
    }

    boolean over() {
        long wall = Math.min(WALL_SHARE * limitNanos, limitNanos + MOST_WAITING_NANOS);
        return used() > limitNanos || System.nanoTime() - startWallNanos > wall;
    }

    private long nanos() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
