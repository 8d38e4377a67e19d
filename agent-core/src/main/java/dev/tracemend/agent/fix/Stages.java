package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.StoppedException;
import dev.tracemend.agent.workspace.CheckoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall time of one task's work, in all and by stage. For one thread. */
final class Stages {
    private final long start = System.nanoTime();
    private final Map<String, Duration> times = new LinkedHashMap<>();

    /** Runs a piece of a stage and counts its time. */
    <T> T time(String stage, Supplier<T> work) {
        StoppedException.check();
        long begin = System.nanoTime();
        try {
            T result = work.get();
            StoppedException.check();
            return result;
        } finally {
            times.merge(stage, Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
        }
    }

    /** Work that may find the checkout unusable. */
    interface CheckoutWork<T> {
        T run() throws CheckoutException;
    }

    /** The same for work with the checkout. */
    <T> T checked(String stage, CheckoutWork<T> work) throws CheckoutException {
        StoppedException.check();
        long begin = System.nanoTime();
        try {
            return work.run();
        } finally {
            times.merge(stage, Duration.ofNanos(System.nanoTime() - begin), Duration::plus);
        }
    }

    /** Counts time that a stage took beside the others. */
    void add(String stage, Duration took) {
        times.merge(stage, took, Duration::plus);
    }

    /** Time since the work began. */
    Duration total() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** All stages so far, and {@code total}. */
    Map<String, Duration> times() {
        Map<String, Duration> all = new LinkedHashMap<>(times);
        all.put("total", total());
        return all;
    }
}
