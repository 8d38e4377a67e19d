package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.HeldEvent;
import java.util.List;

/**
 * All that is remembered of one source; small and bounded whatever the source sends. Engines keep its bytes and do not
 * look inside.
 *
 * @param time event time: the latest seen, milliseconds since the epoch
 * @param files how far each file of this source was read, the one read last at the end
 * @param lines how many there were
 * @param before the last of them as they may be shown, nearest last
 * @param withinKey whether the last one stood within a private key
 * @param held events whose end has not been seen yet, and
 * @param started what else is known of them
 * @param recent causes that are not quiet yet, the one seen last at the end
 * @param late how many lines in a row were too late
 */
record SourceState(
        long time,
        List<FilePosition> files,
        long lines,
        List<String> before,
        boolean withinKey,
        List<HeldEvent> held,
        List<StartedEvent> started,
        List<RecentCause> recent,
        int late) {

    /** Nothing seen yet. */
    static final SourceState START =
            new SourceState(0, List.of(), 0, List.of(), false, List.of(), List.of(), List.of(), 0);

    /** Copies the lists. */
    SourceState {
        files = List.copyOf(files);
        before = List.copyOf(before);
        held = List.copyOf(held);
        started = List.copyOf(started);
        recent = List.copyOf(recent);
    }

    /** As an engine stores it. */
    byte[] bytes() {
        return Wire.write(this);
    }

    /** Reads what {@link #bytes} wrote. */
    static SourceState of(byte[] bytes) {
        return Wire.read(bytes, SourceState.class);
    }
}
