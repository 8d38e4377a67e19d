package dev.tracemend.tailer;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long ago what is acknowledged now was all there was: from samples of how much the files had brought, thinned when
 * there are many. One thread only.
 */
final class Lag {
    private static final int MOST_SAMPLES = 256;

    private record Sample(long time, long brought) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Seconds, from the bytes acknowledged in all and those that wait; {@code now}: nanoseconds of a steady clock. */
    double seconds(long now, long acknowledged, long waiting) {
        if (waiting == 0) {
            samples.clear();
        }
        samples.addLast(new Sample(now, acknowledged + waiting));
        while (samples.size() > 1 && second().brought <= acknowledged) {
            samples.removeFirst();
        }
        double lag = waiting == 0 ? 0 : (now - samples.getFirst().time) / 1e9;
        thin();
        return lag;
    }

    private Sample second() {
        var from = samples.iterator();
        from.next();
        return from.next();
    }

    /** Every second sample goes, never the first or the last. */
    private void thin() {
        if (samples.size() <= MOST_SAMPLES) {
            return;
        }
        int[] at = {0};
        Sample last = samples.getLast();
        samples.removeIf(sample -> at[0]++ % 2 == 1 && sample != last);
    }
}
