package dev.tracemend.streams.window;

import java.util.List;

/**
 * A source's event time has gone past its last error of this cause by the quiet time. It says so once per error burst.
 *
 * @param after lines that followed the last one that was told whole
 */
public record SourceQuiet(String topic, String source, String fingerprint, long time, List<String> after)
        implements CauseEvent {

    /** Copies the lines. */
    public SourceQuiet {
        after = List.copyOf(after);
    }
}
