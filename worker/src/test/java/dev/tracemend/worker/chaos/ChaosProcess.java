package dev.tracemend.worker.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the classes of this test, killed without a word and started again. */
final class ChaosProcess implements AutoCloseable {
    private final Path output;
    private final List<String> command;
    private Process process;
    private int starts;

    ChaosProcess(Path output, Class<?> main, String... words) {
        this.output = output;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(words));
    }

    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        starts++;
    }

    /** As a supervisor does: one that is gone is started again. */
    void revive() throws IOException {
        if (!process.isAlive()) {
            start();
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    int starts() {
        return starts;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
