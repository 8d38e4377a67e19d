package dev.tracemend.streams.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.contexts.ContextOptions;
import dev.tracemend.streams.contexts.FileContexts;
import dev.tracemend.streams.contexts.LogFileLines;
import dev.tracemend.streams.window.EventWatcher;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files and an engine give the same contexts, to the byte, for the same lines: over all labelled logs. The engine's state
 * goes through its store after each record.
 */
class OneLogicTest {
    private static final WindowRules RULES =
            WindowRules.DEFAULT.grouped(List.of("level:WARN message:\"*deprecated*\" -> !ignore"));

    @TempDir
    private Path state;

    static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "bench", "logs"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void filesAndAnEngineGiveTheSame(Path log) throws IOException {
        List<String> found = new ArrayList<>();
        try (LogFileLines lines = LogFileLines.open(log)) {
            ContextOptions options = ContextOptions.defaults().with("app", RULES);
            new FileContexts(options, EventWatcher.NONE, context -> found.add(text(Wire.write(context))))
                    .read("a.log", lines, (bytes, told) -> {});
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(engine(log));
    }

    private List<String> engine(Path log) throws IOException {
        Properties properties = new Properties();
        properties.put("application.id", "test");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", state.toString());
        try (TopologyTestDriver driver =
                new TopologyTestDriver(WindowTopology.of(RULES, new StageTally(), new RawBacklog()), properties)) {
            TestInputTopic<byte[], byte[]> input =
                    driver.createInputTopic("logs.raw.app", new ByteArraySerializer(), new ByteArraySerializer());
            try (LogFileLines lines = LogFileLines.open(log)) {
                int number = 0;
                for (String line = lines.next(); line != null; line = lines.next()) {
                    number++;
                    send(
                            input,
                            new LogLine(
                                    1, "a.log:" + number, LogLine.Kind.LINE, line, 0, "a.log", "", "", 0, false, 0));
                }
            }
            send(input, new LogLine(1, "", LogLine.Kind.TICK, "", 0, "", "", "", 0, false, 0));
            return driver
                    .createOutputTopic("logs.ctx.app", new StringDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList()
                    .stream()
                    .map(OneLogicTest::text)
                    .toList();
        }
    }

    private static void send(TestInputTopic<byte[], byte[]> input, LogLine line) {
        byte[] key = line.source().getBytes(StandardCharsets.UTF_8);
        input.pipeInput(new TestRecord<>(key, Wire.write(line), Instant.EPOCH));
    }

    private static String text(byte[] context) {
        return new String(context, StandardCharsets.UTF_8);
    }
}
