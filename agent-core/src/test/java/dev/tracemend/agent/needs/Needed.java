package dev.tracemend.agent.needs;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: without it the test is skipped with a notice, and where {@code CI=true} it fails. */
public final class Needed {
    private Needed() {}

    /** Goes on only where it is there; {@code remedy} says how it comes there. */
    public static void of(boolean there, String remedy) {
        if (there) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail("CI must have what this test needs: " + remedy);
        }
        Assumptions.abort("NOTICE: skipped, " + remedy);
    }

    /** Goes on only where a command ends well. */
    public static void command(String remedy, String... words) {
        of(ends(List.of(words)), remedy);
    }

    private static boolean ends(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
