package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.streams.window.BucketStage;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the second stage for each bucket of causes of its task, with the state decoded between commits. */
final class CauseProcessor extends ContextualProcessor<String, byte[], String, Outgoing> {
    static final String STORE = "causes";
    private static final Logger LOG = LoggerFactory.getLogger(CauseProcessor.class);

    private final WindowRules rules;
    private final StageTally tally;
    private final RawBacklog backlog;
    private final Map<String, BucketStage> buckets = new HashMap<>();
    private final List<Outgoing> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private LiveStore store;

    @SuppressWarnings("NullAway.Init")
    private CommitSoon commit;

    CauseProcessor(WindowRules rules, StageTally tally, RawBacklog backlog) {
        this.rules = rules;
        this.tally = tally;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        super.init(context);
        store = context.getStateStore(STORE);
        store.beforeCommit(() -> buckets.values().forEach(BucketStage::save));
        commit = new CommitSoon(context, backlog);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        try {
            BucketStage bucket =
                    buckets.computeIfAbsent(input.key(), key -> new BucketStage(rules, store.parts(key + '|'), tally));
            bucket.take(CauseEvent.of(input.value()), this::tell);
        } catch (RuntimeException e) {
            told.add(letter(input, e));
        }
        if (!told.isEmpty()) {
            told.forEach(each -> context().forward(RecordOut.of(each, each, input.timestamp())));
            told.clear();
            commit.ask();
        }
    }

    private void tell(ErrorContext context) {
        LOG.info("{}: {} seen {} times, \"{}\"", context.topic(), context.fingerprint(), context.count(), context.id());
        told.add(Outgoing.of(context));
    }

    private Outgoing letter(Record<String, byte[]> input, RuntimeException e) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        LOG.warn("{}-{}@{} was set aside", at.topic(), at.partition(), at.offset(), e);
        byte[] key = input.key().getBytes(StandardCharsets.UTF_8);
        RawRecord record =
                new RawRecord(at.topic(), at.partition(), at.offset(), key, input.value(), input.timestamp());
        return Outgoing.of(record.deadLetter("what a source said of a cause could not be worked on: " + e));
    }
}
