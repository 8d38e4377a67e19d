package dev.tracemend.streams.window;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the stages of one engine did in this process, for its progress; safe for use by many threads. */
public final class StageTally {
    private final LongAdder records = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder contexts = new LongAdder();

    void record() {
        records.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void late() {
        late.increment();
    }

    void context() {
        contexts.increment();
    }

    /** Records of the raw topics. */
    public long records() {
        return records.sum();
    }

    /** Records that could not be read or worked on. */
    public long unreadables() {
        return unreadable.sum();
    }

    /** Lines older than the allowed lateness. */
    public long lates() {
        return late.sum();
    }

    /** Contexts. */
    public long contexts() {
        return contexts.sum();
    }
}
