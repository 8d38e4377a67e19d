package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import java.util.List;

/**
 * Which causes of a bucket are remembered.
 *
 * @param closed causes without an open window, the one closed last at the end
 * @param open fingerprints with an open window, the one opened last at the end
 */
record BucketState(List<Closed> closed, List<String> open) {
    static final BucketState START = new BucketState(List.of(), List.of());

    BucketState {
        closed = List.copyOf(closed);
        open = List.copyOf(open);
    }

    /** What stays of a cause between its windows. */
    record Closed(String fingerprint, long start, int emission) {}

    byte[] bytes() {
        return Wire.write(this);
    }

    static BucketState of(byte[] bytes) {
        return Wire.read(bytes, BucketState.class);
    }
}
