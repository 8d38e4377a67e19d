package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Outcome;
import dev.tracemend.agent.judge.minion.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * How the failure is made to happen again, and how the code behaves where it does not fail.
 *
 * @param failing scenarios that fail as logged, the plainest first
 * @param inputs scenarios that do not
 * @param before how those ended, in the same order
 * @param test the first failing scenario as a test class
 * @param ticks the steps that one of them may take
 */
record Reproduction(
        List<Scenario> failing, List<Scenario> inputs, List<Outcome> before, Optional<TestSource> test, long ticks) {
    static final Reproduction NONE = new Reproduction(List.of(), List.of(), List.of(), Optional.empty(), 0);
}
