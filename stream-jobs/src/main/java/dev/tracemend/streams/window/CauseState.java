package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import java.util.List;

/**
 * All that is remembered of one cause in one topic. Between windows only the two numbers stay, so that no two windows of a
 * cause can ever get the same id.
 *
 * @param start start of the latest storm, milliseconds since the epoch
 * @param emission ordinal of its latest emission
 * @param open the open window; none or one
 */
public record CauseState(long start, int emission, List<OpenWindow> open) {

    /** Never seen. */
    public static final CauseState START = new CauseState(-1, -1, List.of());

    /** Copies the list. */
    public CauseState {
        open = List.copyOf(open);
    }

    /** As an engine stores it. */
    public byte[] bytes() {
        return Wire.write(this);
    }

    /** Reads what {@link #bytes} wrote. */
    public static CauseState of(byte[] bytes) {
        return Wire.read(bytes, CauseState.class);
    }
}
