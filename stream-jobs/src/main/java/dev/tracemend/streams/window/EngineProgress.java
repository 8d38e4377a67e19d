package dev.tracemend.streams.window;

/**
 * What an engine did since it started, and what is left.
 *
 * @param records raw records worked on
 * @param lag raw records that wait
 * @param unreadable records that went to {@code agent.errors} because they could not be read or worked on
 * @param late lines that went there because they were later than allowed
 * @param contexts contexts told
 * @param watermark the latest event time of any source, milliseconds since the epoch; 0 before the first line
 * @param states sources and open windows that are remembered
 * @param stateBytes what that takes, in memory and in the stores' files
 * @param deleted raw records that retention deleted before they were read: lost to the windows
 */
public record EngineProgress(
        long records,
        long lag,
        long unreadable,
        long late,
        long contexts,
        long watermark,
        long states,
        long stateBytes,
        long deleted) {

    /** With the tally's counts. */
    public static EngineProgress of(StageTally tally, long lag, long stateBytes) {
        return new EngineProgress(
                tally.records(),
                lag,
                tally.unreadables(),
                tally.lates(),
                tally.contexts(),
                tally.watermarks().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                tally.states(),
                stateBytes,
                tally.deleted());
    }

    /** As Prometheus reads it. */
    public String metrics() {
        return """
                # TYPE tracemend_windows_records_total counter
                tracemend_windows_records_total %d
                # TYPE tracemend_windows_lag gauge
                tracemend_windows_lag %d
                # TYPE tracemend_windows_unreadable_total counter
                tracemend_windows_unreadable_total %d
                # TYPE tracemend_windows_late_total counter
                tracemend_windows_late_total %d
                # TYPE tracemend_windows_contexts_total counter
                tracemend_windows_contexts_total %d
                # TYPE tracemend_windows_watermark_seconds gauge
                tracemend_windows_watermark_seconds %d
                # TYPE tracemend_windows_states gauge
                tracemend_windows_states %d
                # TYPE tracemend_windows_state_bytes gauge
                tracemend_windows_state_bytes %d
                # TYPE tracemend_windows_deleted_total counter
                tracemend_windows_deleted_total %d
                """.formatted(records, lag, unreadable, late, contexts, watermark / 1000, states, stateBytes, deleted);
    }
}
