package dev.tracemend.bench.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code tracemend tail} in a JVM of its own, with the class path of this one. */
final class TailerUnderTest {
    private final String javaOptions;

    TailerUnderTest(String javaOptions) {
        this.javaOptions = javaOptions;
    }

    Process start(String bootstrap, Path logs, Path state) throws IOException {
        Files.createDirectories(state);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(javaOptions.strip().split("\\s+")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tracemend.cli.Tracemend",
                "tail",
                "--topic",
                "app",
                "--bootstrap",
                bootstrap,
                "--state",
                state.toString(),
                logs + "/*/*.log"));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
