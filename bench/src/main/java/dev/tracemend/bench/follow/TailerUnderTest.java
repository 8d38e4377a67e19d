package dev.tracemend.bench.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code tracemend tail} as a user starts it, in a JVM of its own. */
final class TailerUnderTest {
    private final String javaOptions;

    /** With these options of the JVM, or, where there are none, with the launcher's own. */
    TailerUnderTest(String javaOptions) {
        this.javaOptions = javaOptions;
    }

    Process start(String bootstrap, Path logs, Path state) throws IOException {
        Files.createDirectories(state);
        List<String> command = List.of(
                Path.of(System.getProperty("tracemend.home", "."), "tracemend").toString(),
                "tail",
                "--topic",
                "app",
                "--bootstrap",
                bootstrap,
                "--state",
                state.toString(),
                logs + "/*/*.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!javaOptions.isBlank()) {
            builder.environment().put("TRACEMEND_JAVA_OPTS", javaOptions);
        }
        return builder.start();
    }
}
