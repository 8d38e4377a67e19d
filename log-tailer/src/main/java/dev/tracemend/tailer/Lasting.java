package dev.tracemend.tailer;

import dev.tracemend.tailer.event.LineEnvelope;
import dev.tracemend.tailer.event.QuietSources;
import dev.tracemend.tailer.metrics.TailerGauges;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.source.Following;
import dev.tracemend.tailer.source.PositionRegistry;

/**
 * What outlives a session: which files there are, how far they were delivered, how records are made, who is quiet, what
 * was counted, how things stand, and what had to be caught up with.
 */
record Lasting(
        Following sources,
        PositionRegistry registry,
        LineEnvelope envelope,
        QuietSources quiet,
        TailerMetrics metrics,
        TailerGauges gauges,
        CatchUp catchUp) {}
