package dev.tracemend.streams.kstreams;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit when something was told that others wait for: not more often than commits pay for, and not while a
 * backlog is worked off, when each would write all state that the last few thousand records touched.
 */
final class CommitSoon {
    private static final long APART_MS = 25;

    private final ProcessorContext<?, ?> context;
    private final RawBacklog backlog;
    private long last;

    CommitSoon(ProcessorContext<?, ?> context, RawBacklog backlog) {
        this.context = context;
        this.backlog = backlog;
    }

    void ask() {
        long now = context.currentSystemTimeMs();
        if (now - last >= APART_MS && !backlog.isBehind()) {
            last = now;
            context.commit();
        }
    }
}
