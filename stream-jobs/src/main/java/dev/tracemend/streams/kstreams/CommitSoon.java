package dev.tracemend.streams.kstreams;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Asks for a commit when something was told that others wait for, but not more often than commits pay for. */
final class CommitSoon {
    private static final long APART_MS = 25;

    private final ProcessorContext<?, ?> context;
    private long last;

    CommitSoon(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    void ask() {
        long now = context.currentSystemTimeMs();
        if (now - last >= APART_MS) {
            last = now;
            context.commit();
        }
    }
}
