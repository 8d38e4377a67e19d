package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What some faults need of the machine. Where it is missing the case is skipped and says so; with CI=true it fails. */
final class Machine {
    private Machine() {}

    /** Runs a command; its output. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + ": " + output);
        }
        return output;
    }

    /** Skips unless this command works. */
    static void needs(String what, String... command) throws InterruptedException {
        try {
            run(command);
        } catch (IOException e) {
            if ("true".equals(System.getProperty("faults.ci"))) {
                throw new UncheckedIOException("with CI=true this must run; it needs " + what, e);
            }
            Assumptions.abort("NOTICE: skipped, it needs " + what + " (" + e.getMessage() + ")");
        }
    }
}
