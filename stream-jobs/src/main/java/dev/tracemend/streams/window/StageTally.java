package dev.tracemend.streams.window;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the stages of one engine did in this process, for its progress; safe for use by many threads. */
public final class StageTally {
    private final LongAdder records = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder contexts = new LongAdder();
    private final LongAdder deleted = new LongAdder();

    private final LongAdder states = new LongAdder();
    private final Map<String, AtomicLong> watermarks = new ConcurrentHashMap<>();

    void states(long more) {
        states.add(more);
    }

    void reached(String topic, long time) {
        AtomicLong watermark = watermarks.computeIfAbsent(topic, name -> new AtomicLong());
        if (time > watermark.get()) {
            watermark.accumulateAndGet(time, Math::max);
        }
    }

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

    /** Counts raw records that retention deleted before they were read. */
    public void deleted(long more) {
        deleted.add(more);
    }

    /** Raw records that nobody read before their retention ended. */
    public long deleted() {
        return deleted.sum();
    }

    /** The latest event time of any source of each topic, by its short name; milliseconds since the epoch. */
    public Map<String, Long> watermarks() {
        Map<String, Long> latest = new HashMap<>();
        watermarks.forEach((topic, watermark) -> latest.put(topic, watermark.get()));
        return latest;
    }

    /** Sources and open windows that are remembered. */
    public long states() {
        return states.sum();
    }

    /** Contexts. */
    public long contexts() {
        return contexts.sum();
    }
}
