package dev.tracemend.status.board;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How often a cause was seen over its life, in at most {@value #MOST} steps; when its life outgrows them, the steps double
 * in width, so that it stays small for ever.
 *
 * @param width seconds a step: a minute, or that doubled
 * @param first number of the first step since the epoch, which begins at {@code first * width}
 * @param counts errors a step
 */
public record Trend(long width, long first, List<Long> counts) {

    /** Nothing was seen yet. */
    public static final Trend NONE = new Trend(60, 0, List.of());

    static final int MOST = 24;
    /** Far beyond every true time: a mad one must not overflow. */
    private static final double LATEST = 1e11;

    /** Copies the counts. */
    public Trend {
        counts = List.copyOf(counts);
    }

    /** The same and so many errors more, at a time in seconds since the epoch. */
    Trend with(double at, long count) {
        long step = (long) (Math.max(0, Math.min(at, LATEST)) / width);
        if (counts.isEmpty()) {
            return new Trend(width, step, List.of(count));
        }
        long from = Math.min(first, step);
        long to = Math.max(first + counts.size() - 1, step);
        if (to - from >= MOST) {
            return wider().with(at, count);
        }
        long[] grown = new long[(int) (to - from) + 1];
        for (int i = 0; i < counts.size(); i++) {
            grown[(int) (first - from) + i] = counts.get(i);
        }
        grown[(int) (step - from)] += count;
        return new Trend(width, from, LongStream.of(grown).boxed().toList());
    }

    private Trend wider() {
        long from = first / 2;
        long[] merged = new long[(int) ((first + counts.size() - 1) / 2 - from) + 1];
        for (int i = 0; i < counts.size(); i++) {
            merged[(int) ((first + i) / 2 - from)] += counts.get(i);
        }
        return new Trend(width * 2, from, LongStream.of(merged).boxed().toList());
    }
}
