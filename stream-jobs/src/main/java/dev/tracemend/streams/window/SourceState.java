package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.util.List;

/**
 * All that is remembered of one source; small and bounded whatever the source sends. Engines keep its bytes and do not
 * look inside.
 *
 * @param time event time: the latest seen, milliseconds since the epoch
 * @param files how far each file of this source was read, the one read last at the end
 * @param before the last lines, nearest last
 * @param pending foreign events whose end has not been seen yet, at most four
 * @param recent causes that are not quiet yet, the one seen last at the end
 * @param collecting the fingerprint whose following lines are being collected, or empty
 * @param late how many lines in a row were too late
 */
public record SourceState(
        long time,
        List<FilePosition> files,
        List<String> before,
        List<LogLine> pending,
        List<RecentCause> recent,
        String collecting,
        int late) {

    /** Nothing seen yet. */
    public static final SourceState START = new SourceState(0, List.of(), List.of(), List.of(), List.of(), "", 0);

    /** Copies the lists. */
    public SourceState {
        files = List.copyOf(files);
        before = List.copyOf(before);
        pending = List.copyOf(pending);
        recent = List.copyOf(recent);
    }

    /** As an engine stores it. */
    public byte[] bytes() {
        return Wire.write(this);
    }

    /** Reads what {@link #bytes} wrote. */
    public static SourceState of(byte[] bytes) {
        return Wire.read(bytes, SourceState.class);
    }
}
