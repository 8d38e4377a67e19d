package dev.tracemend.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A log that gives orders, and what a model says that obeys it. The files in {@code hostile} hold a line that says what it
 * is, {@code === log}, the log, {@code === reply}, the reply; {@code {{CANARY}}}, {@code {{OUTSIDE}}}, {@code {{WORKSPACE}}}
 * and, in replies, {@code {{SEEN}}} (every secret that the model was shown) are filled in.
 */
record HostileCase(String name, String what, String log, String reply) {

    static List<HostileCase> all(UnaryOperator<String> filled) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/hostile"))) {
            return files.sorted().map(file -> read(file, filled)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileCase read(Path file, UnaryOperator<String> filled) {
        try {
            String text = filled.apply(Files.readString(file));
            int log = text.indexOf("\n=== log\n");
            int reply = text.indexOf("\n=== reply\n");
            String name = file.getFileName().toString().replace(".txt", "");
            return new HostileCase(
                    name,
                    text.substring(0, log),
                    text.substring(log + "\n=== log\n".length(), reply),
                    text.substring(reply + "\n=== reply\n".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
