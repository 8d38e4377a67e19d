package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import java.util.List;

/** What one event did: the cause's next state, and the context of the window it closed; none or one. */
public record CauseStep(CauseState state, List<ErrorContext> contexts) {

    /** Copies the contexts. */
    public CauseStep {
        contexts = List.copyOf(contexts);
    }
}
