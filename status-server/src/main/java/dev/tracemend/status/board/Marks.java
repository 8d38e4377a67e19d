package dev.tracemend.status.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * How far each source of one short topic is known: the last offset of each partition of its contexts, results and
 * memory. A source and its offset are packed into one number, so that a row carries a few numbers only.
 */
final class Marks {
    static final Marks NONE = new Marks(new long[0]);
    private static final int OFFSET_BITS = 44;
    private static final long OFFSETS = (1L << OFFSET_BITS) - 1;

    private final long[] packed;

    private Marks(long[] packed) {
        this.packed = packed;
    }

    static Marks at(int source, long offset) {
        return new Marks(new long[] {((long) source << OFFSET_BITS) | Math.min(OFFSETS, Math.max(0, offset))});
    }

    /** What {@link #packed} gave; numbers that are not ascending by source are no marks, and so none. */
    @JsonCreator
    static Marks of(long[] packed) {
        for (int i = 0; i < packed.length; i++) {
            if (packed[i] < 0 || (i > 0 && source(packed[i]) <= source(packed[i - 1]))) {
                return NONE;
            }
        }
        return new Marks(packed.clone());
    }

    /** Ascending by source. */
    @JsonValue
    long[] packed() {
        return packed.clone();
    }

    int size() {
        return packed.length;
    }

    int source(int i) {
        return source(packed[i]);
    }

    long offset(int i) {
        return packed[i] & OFFSETS;
    }

    /** The offset of a source, -1 where it has none. */
    long offsetOf(int source) {
        int found = Arrays.binarySearch(packed, (long) source << OFFSET_BITS);
        int at = found >= 0 ? found : -found - 1;
        return at < packed.length && source(at) == source ? offset(at) : -1;
    }

    /** The further of both in each source. */
    Marks join(Marks other) {
        return other.within(this) ? this : merged(other, Integer.MAX_VALUE);
    }

    /** The further of both in the sources below {@code bound}, this in the others. */
    Marks joinBelow(Marks other, int bound) {
        return merged(other, bound);
    }

    private Marks merged(Marks other, int bound) {
        long[] all = new long[packed.length + other.packed.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < packed.length || j < other.packed.length && other.source(j) < bound) {
            boolean theirs = j < other.packed.length && other.source(j) < bound;
            boolean both = theirs && i < packed.length && source(i) == other.source(j);
            if (both) {
                all[size++] = Math.max(packed[i++], other.packed[j++]);
            } else if (theirs && (i == packed.length || other.source(j) < source(i))) {
                all[size++] = other.packed[j++];
            } else {
                all[size++] = packed[i++];
            }
        }
        return new Marks(Arrays.copyOf(all, size));
    }

    /** Whether every source is known here no further than there. */
    boolean within(Marks other) {
        return beyond(other) < 0;
    }

    /** The last place at which a source is known further than there; -1 where none is. */
    int beyond(Marks other) {
        for (int i = packed.length - 1; i >= 0; i--) {
            if (offset(i) > other.offsetOf(source(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int source(long mark) {
        return (int) (mark >>> OFFSET_BITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks marks && Arrays.equals(packed, marks.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < packed.length; i++) {
            text.append(i == 0 ? "" : " ").append(source(i)).append('@').append(offset(i));
        }
        return text.toString();
    }
}
