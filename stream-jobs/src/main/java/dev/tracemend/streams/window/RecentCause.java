package dev.tracemend.streams.window;

import java.util.List;

/**
 * A cause this source saw not long ago: event time of its last error, the lines that followed that error, and event time
 * of the last error that was told whole.
 */
record RecentCause(String fingerprint, long time, List<String> after, long full) {

    RecentCause {
        after = List.copyOf(after);
    }
}
