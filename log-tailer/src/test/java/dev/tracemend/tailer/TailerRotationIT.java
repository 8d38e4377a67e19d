package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrokerExtension.class)
class TailerRotationIT {
    private TailerCase logs;

    @BeforeEach
    void start(EmbeddedBroker broker, @TempDir Path folder) {
        logs = TailerCase.of(broker.bootstrap(), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void aRenamedFileIsReadToItsEndAndOnce(String glob) throws Exception {
        logs.appendLines("app.log", 0, 100);
        try (Tailer tailer = logs.start(glob);
                RawTopic topic = logs.read()) {
            topic.awaitTexts(TailerCase.numbered(0, 100));
            Files.move(logs.file("app.log"), logs.file("app.log.1"));
            // The service still holds the old file open.
            logs.appendLines("app.log.1", 100, 150);
            topic.awaitTexts(TailerCase.numbered(0, 150));
            logs.appendLines("app.log", 150, 200);
            topic.awaitTexts(TailerCase.numbered(0, 200));
            logs.append("app.log.1", "INFO last of the old\n");
            await().until(() -> topic.texts().contains("INFO last of the old"));
            assertThat(topic.lines())
                    .extracting(LogLine::source)
                    .containsOnly(logs.file("app.log").toString());
            assertThat(tailer.published()).isEqualTo(201);
        }
    }

    @Test
    void rotationsInAQuickRowLoseNothing() throws Exception {
        try (Tailer tailer = logs.start("app.log*");
                RawTopic topic = logs.read()) {
            for (int i = 0; i < 60; i++) {
                logs.appendLines("app.log", i * 500, i * 500 + 500);
                Files.move(logs.file("app.log"), logs.file("app.log." + i));
            }
            await().until(() -> topic.lines().size() >= 30_000);
            assertThat(topic.texts()).containsExactlyInAnyOrderElementsOf(TailerCase.numbered(0, 30_000));
            assertThat(tailer.published()).isEqualTo(30_000);
        }
    }

    @Test
    void filesRotatedWhileWeWereDownAreReadFromWhereTheyWereLeft() throws Exception {
        logs.appendLines("app.log", 0, 100);
        try (RawTopic topic = logs.read()) {
            try (Tailer tailer = logs.start("app.log*")) {
                topic.awaitTexts(TailerCase.numbered(0, 100));
                assertThat(tailer.published()).isEqualTo(100);
            }
            logs.appendLines("app.log", 100, 200);
            Files.move(logs.file("app.log"), logs.file("app.log.2"));
            logs.appendLines("app.log.1", 200, 300);
            logs.appendLines("app.log", 300, 400);
            try (Tailer tailer = logs.start("app.log*")) {
                await().until(() -> topic.lines().size() >= 400);
                assertThat(topic.texts()).containsExactlyInAnyOrderElementsOf(TailerCase.numbered(0, 400));
                assertThat(tailer.published()).isEqualTo(300);
            }
        }
    }

    @Test
    void copyAndTruncateStartsANewGeneration() throws Exception {
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                // Each content is longer than the one before, so that a look at the size alone would not do.
                int from = 1_000 * i;
                int to = from + 100 * (i + 1);
                truncate("app.log");
                logs.appendLines("app.log", from, to);
                expected.addAll(TailerCase.numbered(from, to));
                topic.awaitTexts(expected);
            }
            assertThat(topic.lines()).extracting(LogLine::id).doesNotHaveDuplicates();
            assertThat(tailer.published()).isEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 500})
    void aFileTruncatedWhileWeWereDownIsReadFromTheStart(int regrown) throws Exception {
        String banner = "INFO the shop starts, with a line longer than what is remembered of a head" + ".".repeat(300);
        logs.append("app.log", banner + "\n");
        logs.appendLines("app.log", 0, 100);
        List<String> expected = new ArrayList<>(List.of(banner));
        expected.addAll(TailerCase.numbered(0, 100));
        try (RawTopic topic = logs.read()) {
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitTexts(expected);
                assertThat(tailer.published()).isEqualTo(101);
            }
            truncate("app.log");
            logs.append("app.log", banner + "\n");
            logs.appendLines("app.log", 5_000, 5_000 + regrown);
            expected.add(banner);
            expected.addAll(TailerCase.numbered(5_000, 5_000 + regrown));
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitTexts(expected);
                assertThat(tailer.published()).isEqualTo(regrown + 1);
            }
            assertThat(topic.lines()).extracting(LogLine::id).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileMadeAnewIsReadFromTheStartThoughItsInodeIsTheSame(boolean running) throws Exception {
        try (RawTopic topic = logs.read()) {
            List<String> expected = new ArrayList<>();
            Tailer tailer = logs.start("app.log");
            try {
                for (int i = 0; i < 4; i++) {
                    logs.appendLines("app.log", 1_000 * i, 1_000 * i + 200 + i);
                    expected.addAll(TailerCase.numbered(1_000 * i, 1_000 * i + 200 + i));
                    topic.awaitTexts(expected);
                    if (!running) {
                        tailer.close();
                    }
                    Files.delete(logs.file("app.log"));
                    if (!running) {
                        logs.appendLines("app.log", 1_000 * i + 500, 1_000 * i + 900);
                        expected.addAll(TailerCase.numbered(1_000 * i + 500, 1_000 * i + 900));
                        tailer = logs.start("app.log");
                    }
                }
                topic.awaitTexts(expected);
            } finally {
                tailer.close();
            }
            assertThat(topic.lines()).extracting(LogLine::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aHoleOfZerosAfterATruncationHidesNoLine() throws Exception {
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            logs.appendLines("app.log", 0, 100);
            topic.awaitTexts(TailerCase.numbered(0, 100));
            // A writer that does not append goes on at its old offset: what was truncated reads as zeros.
            truncate("app.log");
            try (var file = Files.newByteChannel(logs.file("app.log"), StandardOpenOption.WRITE)) {
                file.position(2_000_000);
                file.write(java.nio.ByteBuffer.wrap("\nINFO after\nINFO end\n".getBytes(StandardCharsets.UTF_8)));
            }
            await().until(() -> topic.texts().contains("INFO end"));
            assertThat(topic.texts()).contains("INFO after");
            assertThat(tailer.published()).isEqualTo(103);
        }
    }

    @Test
    void manyFilesAreFollowedTogether() throws Exception {
        for (int i = 0; i < 300; i++) {
            logs.appendLines("app-" + i + ".log", 0, 10);
        }
        try (Tailer tailer = logs.start("*.log");
                RawTopic topic = logs.read()) {
            IntStream.range(0, 300).forEach(i -> {
                try {
                    logs.appendLines("app-" + i + ".log", 10, 20);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            await().until(() -> topic.lines().size() >= 6_000);
            assertThat(topic.lines()).hasSize(6_000).extracting(LogLine::id).doesNotHaveDuplicates();
            assertThat(tailer.published()).isEqualTo(6_000);
        }
    }

    private void truncate(String name) throws java.io.IOException {
        Files.write(logs.file(name), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
