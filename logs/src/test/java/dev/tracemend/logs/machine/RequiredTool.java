package dev.tracemend.logs.machine;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine: where it is missing the test is skipped with a notice, but with {@code CI=true} it
 * fails.
 */
public final class RequiredTool {
    private RequiredTool() {}

    /** Goes on only where it is there; {@code remedy} says what is missing, and how to get it. */
    public static void check(boolean there, String remedy) {
        check(there, remedy, System.getenv());
    }

    /** Goes on only where a command ends with 0. */
    public static void command(String remedy, String... words) {
        check(answers(List.of(words)), remedy);
    }

    static void check(boolean there, String remedy, Map<String, String> environment) {
        if (there) {
            return;
        }
        if ("true".equals(environment.get("CI"))) {
            fail(remedy);
        }
        Assumptions.abort("NOTICE: skipped, " + remedy);
    }

    /** Whether a command is here and ends with 0. */
    public static boolean answers(List<String> command) {
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
