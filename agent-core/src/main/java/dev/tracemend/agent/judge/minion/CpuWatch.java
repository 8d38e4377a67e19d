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
    private long limitNanos;
    private boolean watching;
    private int endless;

    /** A new run of tests: none of them was endless so far. */
    synchronized void reset() {
        endless = 0;
    }

    /** A test begins: it has so many ticks from now on, and so much of the processor. */
    synchronized void begin(Effort effort) {
        watching = effort.cpuMillis() < Effort.ENDLESS.cpuMillis() && clock.isThreadCpuTimeSupported();
        limitNanos = (effort.cpuMillis() * 1_000_000) >> Math.min(endless, MOST_HALVINGS);
        before.clear();
        if (watching) {
            for (Thread thread : Surroundings.running()) {
                before.put(thread.getId(), nanos(thread));
            }
        }
        Ticks.allow(effort.ticks());
    }

    /** The test is over; what comes next is not counted. Tells what it took of what it had. */
    synchronized Effort end(Effort given) {
        long ticks = Math.min(given.ticks(), Ticks.used(given.ticks()));
        long nanos = watching ? spentNanos() : 0;
        watching = false;
        Ticks.allow(Ticks.ENDLESS);
        return new Effort(ticks, nanos / 1_000_000);
    }

    /** It ended only because its ticks were used up. */
    synchronized void didNotEnd() {
        endless++;
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
