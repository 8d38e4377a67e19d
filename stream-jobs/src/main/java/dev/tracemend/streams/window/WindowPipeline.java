package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Both stages in one process, without an engine: records in, contexts and dead letters out, the same as every engine
 * gives. Not for use by many threads.
 */
public final class WindowPipeline {
    private final WindowRules rules;
    private final StageTally tally;
    private final Consumer<ErrorContext> contexts;
    private final Consumer<DeadLetter> letters;
    private EventWatcher watcher = EventWatcher.NONE;
    private final Map<Place, PartitionStage> partitions = new HashMap<>();
    private final Map<String, BucketStage> buckets = new HashMap<>();
    private final Map<String, MemoryParts> parts = new HashMap<>();
    private final PartitionOutput out = new PartitionOutput() {
        @Override
        public void event(CauseEvent event) {
            buckets.computeIfAbsent(event.bucket(), name -> new BucketStage(rules, parts(name), tally))
                    .take(event, contexts);
        }

        @Override
        public void letter(DeadLetter letter) {
            letters.accept(letter);
        }
    };

    /** A raw partition. */
    private record Place(String topic, int partition) {}

    /** Tells contexts and dead letters as they come. */
    public WindowPipeline(
            WindowRules rules, StageTally tally, Consumer<ErrorContext> contexts, Consumer<DeadLetter> letters) {
        this.rules = rules;
        this.tally = tally;
        this.contexts = contexts;
        this.letters = letters;
    }

    /** Also tells of each event what was read in it; to be said before the first record. */
    public WindowPipeline watched(EventWatcher by) {
        watcher = by;
        return this;
    }

    /** Takes the next record of its partition. */
    public void take(RawRecord raw) {
        stage(raw).take(raw, out);
    }

    /** Takes a line as if it had come as a record of a raw topic's first partition; {@code topic} is the full name. */
    public void take(String topic, LogLine line) {
        RawRecord raw = new RawRecord(topic, 0, tally.records(), null, null, 0);
        stage(raw).take(line, raw, out);
    }

    private PartitionStage stage(RawRecord raw) {
        return partitions.computeIfAbsent(
                new Place(raw.topic(), raw.partition()),
                at -> new PartitionStage(
                        rules, raw.shortTopic(), parts(at.topic + '|' + at.partition), tally, watcher));
    }

    /** Writes what is decoded to the parts, as an engine does at a commit; this bounds what is held decoded. */
    public void save() {
        partitions.values().forEach(PartitionStage::save);
        buckets.values().forEach(BucketStage::save);
    }

    /** Bytes of all that is remembered, as of the last {@link #save}. */
    public long stateBytes() {
        return parts.values().stream().mapToLong(MemoryParts::bytes).sum();
    }

    private MemoryParts parts(String name) {
        return parts.computeIfAbsent(name, n -> new MemoryParts());
    }
}
