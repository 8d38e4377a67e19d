package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands that some faults are made of. */
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
}
