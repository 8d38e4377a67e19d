package dev.tracemend.streams.window;

import java.util.List;

/** A cause this source saw not long ago: event time of its last error, and the lines that followed that error. */
record RecentCause(String fingerprint, long time, List<String> after) {

    RecentCause {
        after = List.copyOf(after);
    }
}
