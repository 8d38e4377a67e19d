package dev.tracemend.agent.judge.minion;

import java.util.List;

/** What a search found: scenarios that fail as the log says, the best first, and others that do not fail. */
public record SearchResult(List<Hit> hits, List<Scenario> inputs, long attempts) {

    /**
     * A scenario that fails as the log says.
     *
     * @param level the frame it came in through, 0 the innermost; -1 where it came by another way
     */
    public record Hit(Scenario scenario, Target.Nearness nearness, int level, int size) {}

    /** Copies the lists. */
    public SearchResult {
        hits = List.copyOf(hits);
        inputs = List.copyOf(inputs);
    }
}
