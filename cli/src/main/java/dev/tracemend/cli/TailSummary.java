package dev.tracemend.cli;

import dev.tracemend.tailer.metrics.TailerFigures;
import java.util.Map;

/**
 * What a tailer did, at its end.
 *
 * @param end {@code caught-up}, {@code stopped} or {@code refused}
 * @param flagged lines with bytes that are no text in their encoding
 * @param lagBytes bytes in the files that were not delivered; they come at the next start
 * @param lostBytes bytes of files that were deleted before they were delivered
 */
record TailSummary(
        String topic,
        String bootstrap,
        String end,
        double seconds,
        long lines,
        long records,
        long bytes,
        Map<String, Long> redactions,
        long cut,
        long flagged,
        long lagBytes,
        double lagSeconds,
        long lostBytes,
        long retries) {

    static TailSummary of(String topic, String bootstrap, String end, TailerFigures f) {
        return new TailSummary(
                topic,
                bootstrap,
                end,
                f.seconds(),
                f.lines(),
                f.records(),
                f.bytes(),
                f.redactions(),
                f.cut(),
                f.flagged(),
                f.lagBytes(),
                f.lagSeconds(),
                f.lostBytes(),
                f.retries());
    }
}
