package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import dev.tracemend.tailer.metrics.TailerMetrics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What all files that one thread reads have in common. */
public record Reading(
        PositionRegistry registry,
        ReadBuffer buffer,
        TailerMetrics metrics,
        LineFlags flags,
        Charset encoding,
        int maxLine) {
    /** Of UTF-8, where a file does not say otherwise. */
    public Reading(PositionRegistry registry, ReadBuffer buffer, TailerMetrics metrics) {
        this(registry, buffer, metrics, StandardCharsets.UTF_8, LineSplitter.MOST_BYTES);
    }

    /** Of another encoding, with another limit. */
    public Reading(PositionRegistry registry, ReadBuffer buffer, TailerMetrics metrics, Charset encoding, int maxLine) {
        this(registry, buffer, metrics, new LineFlags(), encoding, maxLine);
    }

    LineLimit limit() {
        return new LineLimit(maxLine, metrics, flags);
    }

    Remains remains() {
        return new Remains(registry);
    }
}
