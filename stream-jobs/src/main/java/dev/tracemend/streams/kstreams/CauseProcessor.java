package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.CauseStage;
import dev.tracemend.streams.window.CauseState;
import dev.tracemend.streams.window.CauseStep;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.WindowRules;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the second stage; its store holds a state for each topic and fingerprint. */
final class CauseProcessor extends ContextualProcessor<String, byte[], String, Outgoing> {
    static final String STORE = "causes";
    private static final Logger LOG = LoggerFactory.getLogger(CauseProcessor.class);

    private final CauseStage stage;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private KeyValueStore<String, byte[]> states;

    CauseProcessor(WindowRules rules) {
        stage = new CauseStage(rules);
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        super.init(context);
        states = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        CauseEvent event = CauseEvent.of(input.value());
        byte[] bytes = states.get(event.key());
        CauseState state = bytes == null ? CauseState.START : CauseState.of(bytes);
        CauseStep step = stage.apply(state, event);
        states.put(event.key(), step.state().bytes());
        for (ErrorContext context : step.contexts()) {
            LOG.info(
                    "{}: {} seen {} times, \"{}\"",
                    context.topic(),
                    context.fingerprint(),
                    context.count(),
                    context.id());
            Outgoing outgoing = Outgoing.of(context);
            context().forward(RecordOut.of(outgoing, outgoing, input.timestamp()));
        }
    }
}
