package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import java.util.List;

/** One test's end: its name as {@code package.Class.method}, since two packages may have a class of one name, and if it failed, what was thrown. Skipped tests are not told. */
public record TestOutcome(String name, boolean passed, String seen, List<Thrown> chain) {

    /** Copies the chain. */
    public TestOutcome {
        chain = List.copyOf(chain);
    }
}
