package dev.tracemend.agent.judge.minion;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds what a test uses of the processor, in all threads it works with: code that does a lot between two steps would go
 * on for minutes within its ticks. One that uses too much has its ticks taken away. The thread that works says when a test
 * begins and ends, another one looks now and then.
 */
final class CpuWatch {
    /** A run in which several tests do not end is not to take several times as long. */
    private static final int MOST_HALVINGS = 3;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> before = new HashMap<>();
    private long ticks;
    private long limitNanos;
    private boolean watching;
    private Effort most = Effort.NONE;
    private int endless;

    /** A new run of tests. */
    synchronized void reset() {
        endless = 0;
        most = Effort.NONE;
        stop();
    }

    /** A test begins: it has so many ticks from now on, and so much of the processor. */
    synchronized void begin(Effort effort) {
        int halvings = Math.min(endless, MOST_HALVINGS);
        watching = effort.cpuMillis() < Effort.ENDLESS.cpuMillis() && clock.isThreadCpuTimeSupported();
        limitNanos = (effort.cpuMillis() * 1_000_000) >> halvings;
        before.clear();
        if (watching) {
            for (Thread thread : Surroundings.running()) {
                before.put(thread.getId(), nanos(thread));
            }
        }
        ticks = effort.ticks() >> halvings;
        Ticks.allow(ticks);
    }

    /**
     * The test is over; what comes next is not counted.
     *
     * @param byItself false where it ended only because its ticks were used up
     */
    synchronized void end(boolean byItself) {
        if (byItself) {
            long nanos = watching ? spentNanos() : 0;
            most = most.max(new Effort(Math.min(ticks, Ticks.used(ticks)), nanos / 1_000_000));
        } else {
            endless++;
        }
        stop();
    }

    /** What comes next is not counted, and what came before was no test. */
    synchronized void stop() {
        watching = false;
        Ticks.allow(Ticks.ENDLESS);
    }

    /** The most that a test of this run took which ended by itself. */
    synchronized Effort most() {
        return most;
    }

    /** Takes the ticks away from a test that has used more than it may. */
    synchronized void look() {
        if (watching && spentNanos() > limitNanos) {
            Ticks.allow(0);
        }
    }

    private long spentNanos() {
        long spent = 0;
        for (Thread thread : Surroundings.running()) {
            spent += Math.max(0, nanos(thread) - before.getOrDefault(thread.getId(), 0L));
        }
        return spent;
    }

    /** Of a thread that has ended it is -1. */
    private long nanos(Thread thread) {
        return clock.getThreadCpuTime(thread.getId());
    }
}
