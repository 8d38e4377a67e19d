package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import dev.tracemend.tailer.metrics.TailerMetrics;

/**
 * How long a line may be, and where those are counted that are longer, or hold bytes that are no text.
 *
 * @param bytes of a line that are kept
 */
record LineLimit(int bytes, TailerMetrics metrics, LineFlags flags) {
    /** Of lines that nobody counts. */
    static LineLimit usual() {
        return new LineLimit(LineSplitter.MOST_BYTES, TailerMetrics.fresh(), new LineFlags());
    }

    void cut(long length) {
        metrics.cut().increment();
        flags.cut(length);
    }

    void mended(int invalidBytes) {
        metrics.flagged().increment();
        metrics.invalidBytes().add(invalidBytes);
        flags.mended(invalidBytes);
    }
}
