package dev.tracemend.streams.window;

import dev.tracemend.contracts.ExceptionInfo;
import java.util.List;

/**
 * One error event of one source, with everything that a window needs should this become its sample.
 *
 * @param time the source's event time, at least {@code ts}
 * @param ts the error's own time, milliseconds since the epoch
 * @param lineId id of the line, empty for foreign lines
 * @param before the lines before it, nearest last
 * @param lines the event itself
 * @param after lines that followed this source's last error of the cause that was told whole
 * @param truncated whether lines were cut or left out
 * @param host where the line was written, may be empty
 * @param brief whether this is one of a storm, told without lines and trace, only to be counted
 */
public record ErrorSeen(
        String topic,
        String source,
        String fingerprint,
        String title,
        String service,
        String language,
        List<ExceptionInfo> exceptions,
        long time,
        long ts,
        String lineId,
        List<String> before,
        List<String> lines,
        List<String> after,
        int redactions,
        boolean truncated,
        String host,
        boolean brief)
        implements CauseEvent {

    /** Copies the lists. */
    public ErrorSeen {
        exceptions = List.copyOf(exceptions);
        before = List.copyOf(before);
        lines = List.copyOf(lines);
        after = List.copyOf(after);
    }
}
