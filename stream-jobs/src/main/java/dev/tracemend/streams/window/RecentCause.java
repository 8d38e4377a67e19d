package dev.tracemend.streams.window;

import java.util.List;

/**
 * A cause this source saw not long ago.
 *
 * @param time event time of its last error
 * @param full event time of its last error that was told whole
 * @param after the lines that followed that one up to the next error, as far as they are known
 * @param told how many of them were told
 * @param collecting whether more of them are awaited
 */
record RecentCause(String fingerprint, long time, long full, List<String> after, int told, boolean collecting) {

    RecentCause {
        after = List.copyOf(after);
    }

    /** With the next line of the source. */
    RecentCause followed(String line, int most) {
        List<String> more = EventLines.appended(after, line);
        boolean room = more.size() > after.size() && more.size() < most;
        return new RecentCause(fingerprint, time, full, more, told, room);
    }

    RecentCause ended() {
        return collecting ? new RecentCause(fingerprint, time, full, after, told, false) : this;
    }

    /** What is to be told of the lines that followed: all, once there are more than were told. */
    List<String> news() {
        return after.size() > told ? after : List.of();
    }

    /** After one more error, at {@code when}, that was only counted. */
    RecentCause counted(long when) {
        return new RecentCause(fingerprint, Math.max(time, when), full, after, after.size(), collecting);
    }
}
