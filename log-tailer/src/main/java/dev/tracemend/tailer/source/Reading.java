package dev.tracemend.tailer.source;

import dev.tracemend.tailer.metrics.TailerMetrics;

/** What all files that one thread reads have in common. */
public record Reading(PositionRegistry registry, ReadBuffer buffer, TailerMetrics metrics) {
    Remains remains() {
        return new Remains(registry);
    }
}
