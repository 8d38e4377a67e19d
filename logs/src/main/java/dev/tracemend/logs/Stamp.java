package dev.tracemend.logs;

import java.util.OptionalLong;

/**
 * A time found in a line.
 *
 * @param end position after it, -1 if there was none
 * @param millis since the epoch, empty where the line leaves out the year or the day
 */
record Stamp(int end, OptionalLong millis) {
    static final Stamp NONE = new Stamp(-1, OptionalLong.empty());

    /** A time of day alone. */
    static Stamp undated(int end) {
        return new Stamp(end, OptionalLong.empty());
    }

    boolean found() {
        return end >= 0;
    }
}
