package dev.tracemend.agent.workspace.tests;

import java.util.List;

/**
 * How tests ended.
 *
 * @param runner which runner's words were read, such as {@code surefire}
 * @param failures of those that failed, in the order in which they were reported
 */
public record TestReport(String runner, int passed, int failed, int skipped, List<Failed> failures) {

    /**
     * One test that failed.
     *
     * @param name class and method, or file and test
     * @param message first lines of what went wrong, bounded
     */
    public record Failed(String name, String message) {}

    /** Copies the list. */
    public TestReport {
        failures = List.copyOf(failures);
    }

    /** Tests that ran. */
    public int total() {
        return passed + failed;
    }
}
