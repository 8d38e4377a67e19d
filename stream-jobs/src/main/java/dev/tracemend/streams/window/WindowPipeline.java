package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
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
    private final Map<String, PartitionStage> partitions = new HashMap<>();
    private final Map<String, BucketStage> buckets = new HashMap<>();
    private final Map<String, MemoryParts> parts = new HashMap<>();

    /** Tells contexts and dead letters as they come. */
    public WindowPipeline(
            WindowRules rules, StageTally tally, Consumer<ErrorContext> contexts, Consumer<DeadLetter> letters) {
        this.rules = rules;
        this.tally = tally;
        this.contexts = contexts;
        this.letters = letters;
    }

    /** Takes the next record of its partition. */
    public void take(RawRecord raw) {
        PartitionStage stage = partitions.computeIfAbsent(
                raw.topic() + '|' + raw.partition(),
                name -> new PartitionStage(rules, raw.shortTopic(), parts(name), tally));
        stage.take(raw, new PartitionOutput() {
            @Override
            public void event(CauseEvent event) {
                buckets.computeIfAbsent(event.bucket(), name -> new BucketStage(rules, parts(name), tally))
                        .take(event, contexts);
            }

            @Override
            public void letter(DeadLetter letter) {
                letters.accept(letter);
            }
        });
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
