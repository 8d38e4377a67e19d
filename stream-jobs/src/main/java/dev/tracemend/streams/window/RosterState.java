package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import java.util.List;

/**
 * Which sources of a raw partition are remembered, the one heard of last at the end.
 *
 * @param clock the latest time of a record, milliseconds since the epoch
 */
record RosterState(long clock, List<Heard> sources) {
    static final RosterState START = new RosterState(0, List.of());

    RosterState {
        sources = List.copyOf(sources);
    }

    /** A source, the partition's clock when it was heard of last, and whether it still has something to tell. */
    record Heard(String source, long at, boolean open) {}

    byte[] bytes() {
        return Wire.write(this);
    }

    static RosterState of(byte[] bytes) {
        return Wire.read(bytes, RosterState.class);
    }
}
