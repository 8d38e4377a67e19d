package dev.tracemend.agent.judge.minion;

import java.util.List;

/**
 * Asks for scenarios that fail as the log says.
 *
 * @param frames own frames of the trace to come in through, innermost first, as {@code class#method}
 * @param production names of the project's production classes
 * @param skip members that must not be called, as {@code class#method}: they hang or end the JVM
 * @param limitMillis the longest to search, in time of the processor
 * @param maxHits how many failing scenarios are enough
 * @param maxInputs how many scenarios that do not fail are kept
 */
public record SearchRequest(
        Target target,
        List<String> frames,
        List<String> production,
        Pools pools,
        List<String> skip,
        long seed,
        long limitMillis,
        int maxHits,
        int maxInputs) {

    /** Copies the lists. */
    public SearchRequest {
        frames = List.copyOf(frames);
        production = List.copyOf(production);
        skip = List.copyOf(skip);
    }
}
