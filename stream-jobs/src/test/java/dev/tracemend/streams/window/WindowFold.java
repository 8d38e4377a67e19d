package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both stages in memory, without an engine: what every engine must give. State goes through bytes at each batch's end. */
public final class WindowFold {
    private final WindowRules rules;
    private final StageTally tally = new StageTally();
    private final Map<String, MemoryParts> parts = new HashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    public WindowFold(WindowRules rules) {
        this.rules = rules;
    }

    /** The contexts of all records, a batch a record. */
    public static List<ErrorContext> contexts(List<RawRecord> records) {
        return contexts(records, WindowRules.DEFAULT);
    }

    /** The contexts of all records by these rules, a batch a record. */
    public static List<ErrorContext> contexts(List<RawRecord> records, WindowRules rules) {
        WindowFold fold = new WindowFold(rules);
        List<ErrorContext> contexts = new ArrayList<>();
        records.forEach(record -> contexts.addAll(fold.batch(List.of(record))));
        return contexts;
    }

    public List<DeadLetter> letters() {
        return letters;
    }

    public StageTally tally() {
        return tally;
    }

    /** A batch as Spark runs it: first the partition, then all buckets of causes, each in the order of the input. */
    public List<ErrorContext> batch(List<RawRecord> records) {
        Map<String, List<CauseEvent>> byBucket = new LinkedHashMap<>();
        PartitionOutput out = new PartitionOutput() {
            @Override
            public void event(CauseEvent event) {
                byBucket.computeIfAbsent(event.bucket(), b -> new ArrayList<>()).add(CauseEvent.of(event.bytes()));
            }

            @Override
            public void letter(DeadLetter letter) {
                letters.add(letter);
            }
        };
        RawRecord first = records.get(0);
        PartitionStage stage = new PartitionStage(rules, first.shortTopic(), parts("raw " + first.topic()), tally);
        records.forEach(record -> stage.take(record, out));
        stage.save();
        List<ErrorContext> contexts = new ArrayList<>();
        byBucket.forEach((name, events) -> {
            BucketStage bucket = new BucketStage(rules, parts(name), tally);
            events.forEach(event -> bucket.take(event, contexts::add));
            bucket.save();
        });
        return contexts;
    }

    private MemoryParts parts(String name) {
        return parts.computeIfAbsent(name, n -> new MemoryParts());
    }
}
