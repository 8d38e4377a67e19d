package dev.tracemend.agent.judge;

import java.util.List;

/**
 * The checkout before any change.
 *
 * @param problem empty where all is well; else why nothing can be proved (does not compile, no reproduction …)
 * @param compiles whether the sources compile as they are
 * @param testsPassed tests that pass as it is
 * @param testsFailed names of tests that fail as it is
 * @param reproduced whether the logged failure was made to happen again: same exception at the same frame
 * @param reproducer source of the reproduction, a test class for the JUnit of the project; empty where there is none
 * @param sandbox what code of the checkout runs in, for example {@code bubblewrap, no network}; {@code none} if nothing
 * @param steps what was done to find this out
 */
public record Baseline(
        String problem,
        boolean compiles,
        int testsPassed,
        List<String> testsFailed,
        boolean reproduced,
        String reproducer,
        String sandbox,
        List<LadderStep> steps) {

    /** Copies the lists. */
    public Baseline {
        testsFailed = List.copyOf(testsFailed);
        steps = List.copyOf(steps);
    }

    /** Whether code of the checkout could do no more than compute, and write in a folder of its own. */
    public boolean confined() {
        return sandbox.startsWith("bubblewrap") || sandbox.startsWith("docker");
    }
}
