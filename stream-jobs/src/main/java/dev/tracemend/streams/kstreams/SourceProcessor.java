package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.RawReading;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.SourceStage;
import dev.tracemend.streams.window.SourceState;
import dev.tracemend.streams.window.SourceStep;
import dev.tracemend.streams.window.WindowRules;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the first stage; its store holds a state for each topic and source. */
final class SourceProcessor extends ContextualProcessor<byte[], byte[], String, Told> {
    static final String STORE = "sources";
    private static final Logger LOG = LoggerFactory.getLogger(SourceProcessor.class);

    private final SourceStage stage;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private KeyValueStore<String, byte[]> states;

    SourceProcessor(WindowRules rules) {
        stage = new SourceStage(rules);
    }

    @Override
    public void init(ProcessorContext<String, Told> context) {
        super.init(context);
        states = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        RawRecord raw =
                new RawRecord(at.topic(), at.partition(), at.offset(), input.key(), input.value(), input.timestamp());
        RawReading reading = raw.read();
        if (reading instanceof RawReading.ReadLine read) {
            line(raw, read.line());
        } else if (reading instanceof RawReading.ReadFailure failure) {
            toErrors(Outgoing.of(failure.letter()), raw);
        }
    }

    private void line(RawRecord raw, LogLine line) {
        String key = raw.shortTopic() + '|' + line.source();
        SourceStep step;
        try {
            byte[] bytes = states.get(key);
            SourceState state = bytes == null ? SourceState.START : SourceState.of(bytes);
            step = stage.apply(state, raw.shortTopic(), line);
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} was set aside", raw.topic(), raw.partition(), raw.offset(), e);
            toErrors(Outgoing.of(raw.deadLetter("the line could not be understood: " + e)), raw);
            return;
        }
        states.put(key, step.state().bytes());
        for (CauseEvent event : step.events()) {
            context().forward(new Record<>(event.key(), new Told.ToCause(event), raw.millis()));
        }
    }

    private void toErrors(Outgoing letter, RawRecord raw) {
        context().forward(RecordOut.of(letter, new Told.ToErrors(letter), raw.millis()));
    }
}
