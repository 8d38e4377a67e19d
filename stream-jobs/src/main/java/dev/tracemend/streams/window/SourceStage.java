package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import java.util.ArrayList;
import java.util.List;

/** The first stage: folds the lines of one source, in their order, into what is to be told about causes. */
public final class SourceStage {
    private final WindowRules rules;

    /** A stage that keeps to these rules. */
    public SourceStage(WindowRules rules) {
        this.rules = rules;
    }

    /** The next step of the source that {@code line} names; {@code topic} is the short name. */
    public SourceStep apply(SourceState state, String topic, LogLine line) {
        SourceFold fold = new SourceFold(rules, topic, line.source(), state);
        fold.take(line);
        List<CauseEvent> events = new ArrayList<>();
        fold.drain(events::add);
        return new SourceStep(fold.state(), events);
    }
}
