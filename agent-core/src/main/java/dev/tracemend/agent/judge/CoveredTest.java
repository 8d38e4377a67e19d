package dev.tracemend.agent.judge;

import java.util.Map;
import java.util.Set;

/**
 * Which statements of the production sources one test reached.
 *
 * @param name as {@code package.Class.method}
 * @param lines 1-based lines on which reached statements begin, by path relative to the project's root
 */
public record CoveredTest(String name, boolean passed, Map<String, Set<Integer>> lines) {

    /** Copies the map. */
    public CoveredTest {
        lines = Map.copyOf(lines);
    }
}
