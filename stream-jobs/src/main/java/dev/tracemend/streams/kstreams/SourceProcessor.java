package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.PartitionOutput;
import dev.tracemend.streams.window.PartitionStage;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
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

/** Runs the first stage for each raw partition of its task, with the state decoded between commits. */
final class SourceProcessor extends ContextualProcessor<byte[], byte[], String, Told> implements PartitionOutput {
    static final String STORE = "sources";
    private static final Logger LOG = LoggerFactory.getLogger(SourceProcessor.class);

    private final WindowRules rules;
    private final StageTally tally;
    private final RawBacklog backlog;
    private final Map<String, PartitionStage> stages = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private LiveStore store;

    @SuppressWarnings("NullAway.Init")
    private CommitSoon commit;

    SourceProcessor(WindowRules rules, StageTally tally, RawBacklog backlog) {
        this.rules = rules;
        this.tally = tally;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Told> context) {
        super.init(context);
        store = context.getStateStore(STORE);
        store.beforeCommit(() -> stages.values().forEach(PartitionStage::save));
        commit = new CommitSoon(context, backlog);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        RawRecord raw =
                new RawRecord(at.topic(), at.partition(), at.offset(), input.key(), input.value(), input.timestamp());
        try {
            stage(at).take(raw, this);
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} was set aside", raw.topic(), raw.partition(), raw.offset(), e);
            letter(PartitionStage.letter(raw, e));
        }
        if (!told.isEmpty()) {
            told.forEach(each -> forward(each, raw.millis()));
            told.clear();
            commit.ask();
        }
    }

    private PartitionStage stage(RecordMetadata at) {
        String name = at.topic() + '|' + at.partition() + '|';
        return stages.computeIfAbsent(
                name, n -> new PartitionStage(rules, Topics.shortName(at.topic()), store.parts(n), tally));
    }

    @Override
    public void event(CauseEvent event) {
        told.add(new Told.ToCause(event));
    }

    @Override
    public void letter(DeadLetter letter) {
        told.add(new Told.ToErrors(Outgoing.of(letter)));
    }

    private void forward(Told each, long millis) {
        if (each instanceof Told.ToCause cause) {
            context().forward(new Record<>(cause.event().bucket(), each, millis));
        } else if (each instanceof Told.ToErrors errors) {
            context().forward(RecordOut.of(errors.letter(), each, millis));
        }
    }
}
