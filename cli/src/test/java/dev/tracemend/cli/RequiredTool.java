package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.fail;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A program that a test cannot do without: where it is missing the test is skipped with a notice, but in CI it fails. */
final class RequiredTool {
    private RequiredTool() {}

    /** {@code remedy}: what is missing, and how to get it. */
    static void check(boolean there, String remedy) {
        check(there, remedy, System.getenv());
    }

    static void check(boolean there, String remedy, Map<String, String> environment) {
        if (!there && "true".equals(environment.get("CI"))) {
            fail(remedy);
        }
        Assumptions.assumeTrue(there, "NOTICE: skipped, " + remedy);
    }
}
