package dev.tracemend.tailer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One test's folder with logs, state and a topic of its own. */
record TailerCase(String bootstrap, Path folder, String topic) {

    static TailerCase of(String bootstrap, Path folder) {
        return new TailerCase(bootstrap, folder, "t-" + UUID.randomUUID());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path state() {
        return folder.resolve("state");
    }

    TailerConfig config(String glob) {
        return new TailerConfig(
                bootstrap,
                topic,
                List.of(folder + "/" + glob),
                state(),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMillis(80),
                List.of(Duration.ofSeconds(100), Duration.ofSeconds(200)));
    }

    Tailer start(String glob) {
        return Tailer.start(config(glob));
    }

    RawTopic read() {
        return new RawTopic(bootstrap, topic);
    }

    void append(String name, String text) throws IOException {
        append(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void append(String name, byte[] bytes) throws IOException {
        Files.write(file(name), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void appendLines(String name, int from, int to) throws IOException {
        append(name, String.join("\n", numbered(from, to)) + "\n");
    }

    /** {@code INFO line <n>} for the numbers from (inclusive) to (exclusive). */
    static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "INFO line " + i).toList();
    }
}
