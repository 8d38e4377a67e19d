package dev.tracemend.bench.engines;

import dev.tracemend.contracts.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes lines at a rate, among them ten errors a second, and times from the line that closes a window to its context. */
final class SteadyProbe {
    private static final long APART = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final BenchTopic topic;
    private final ErrorLine error;
    private final Map<Integer, Long> closed = new HashMap<>();
    private final List<Double> times = new ArrayList<>();
    private int mark;

    /** Makes the error of a mark. */
    interface ErrorLine {
        LogLine of(String source, int mark, double ts);
    }

    SteadyProbe(BenchTopic topic, int mark, ErrorLine error) {
        this.topic = topic;
        this.mark = mark;
        this.error = error;
    }

    /** The first mark that was not used. */
    int next() {
        return mark;
    }

    /** The times in milliseconds, shortest first; those of the first fifth, while things warm up, are left out. */
    double[] run(MixedLines lines, int rate, int seconds) {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long countFrom = start + (end - start) / 5;
        long written = 0;
        long nextMark = start;
        for (long now = start; now < end; now = System.nanoTime()) {
            long due = (long) ((now - start) / 1e9 * rate);
            if (due > written) {
                lines.write(due - written);
                written = due;
            }
            if (now >= nextMark) {
                nextMark += APART;
                mark(now >= countFrom);
            }
            collect();
        }
        for (long now = System.nanoTime(); !closed.isEmpty() && now < end + PATIENCE; now = System.nanoTime()) {
            collect();
        }
        if (!closed.isEmpty() || times.isEmpty()) {
            throw new IllegalStateException(closed.size() + " windows did not come out");
        }
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private void mark(boolean counts) {
        double ts = 1_793_000_000 + mark * 100.0;
        topic.send(error.of("mark.log", mark, ts));
        topic.send(new LogLine(1, "", LogLine.Kind.TICK, "", ts + 50, "mark.log", "", "", 0, false, 0));
        topic.flush();
        if (counts) {
            closed.put(mark, System.nanoTime());
        }
        mark++;
    }

    private void collect() {
        for (byte[] value : topic.poll()) {
            Long since = closed.remove(EnginesCommand.mark(value));
            if (since != null) {
                times.add((System.nanoTime() - since) / 1e6);
            }
        }
    }
}
