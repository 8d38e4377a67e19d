package dev.tracemend.streams.window;

import java.util.List;

/** What one line did: the source's next state, and what there is to tell, in order. */
public record SourceStep(SourceState state, List<CauseEvent> events) {

    /** Copies the events. */
    public SourceStep {
        events = List.copyOf(events);
    }
}
