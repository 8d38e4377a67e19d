package dev.tracemend.bench.status;

import java.util.Arrays;

/** Times, of which the most frequent question is how long the slow ones were. Belongs to one thread. */
final class LatencyTally {
    private long[] nanos = new long[1 << 12];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = time;
    }

    void clear() {
        size = 0;
    }

    /** In milliseconds. */
    Figures figures() {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return new Figures(size, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Math.round(sorted[Math.max(0, index)] / 1e4) / 100.0;
    }

    /** How many, and the time that half of them, 99 and 99.9 in a hundred, and all of them stayed within. */
    record Figures(int count, double p50, double p99, double p999, double max) {}
}
