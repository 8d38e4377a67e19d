package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
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

    /** Whether a command is here and ends with 0. */
    static boolean answers(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
