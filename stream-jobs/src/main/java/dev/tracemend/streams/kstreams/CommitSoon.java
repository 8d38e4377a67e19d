package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.window.StageTally;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit when something was told that others wait for: not more often than commits pay for, and not while a
 * backlog is worked off, when each would write all state that the last few thousand records touched.
 */
final class CommitSoon {
    private static final long APART_MS = 25;
    /** Records in a millisecond that only a backlog brings. */
    private static final long MOST_RATE = 8;

    private final ProcessorContext<?, ?> context;
    private final StageTally tally;
    private long last;
    private long records;

    CommitSoon(ProcessorContext<?, ?> context, StageTally tally) {
        this.context = context;
        this.tally = tally;
    }

    void ask() {
        long now = context.currentSystemTimeMs();
        long passed = now - last;
        if (passed < APART_MS) {
            return;
        }
        long done = tally.records();
        boolean calm = done - records < MOST_RATE * passed;
        last = now;
        records = done;
        if (calm) {
            context.commit();
        }
    }
}
