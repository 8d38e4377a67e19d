package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TailerTextIT {
    private EmbeddedBroker broker;
    private TailerCase logs;

    @BeforeEach
    void start(EmbeddedBroker sharedBroker, @TempDir Path folder) {
        broker = sharedBroker;
        logs = TailerCase.of(broker.bootstrap(), folder);
    }

    @Test
    void halfALineAndHalfACharacterWaitForTheirRest() throws Exception {
        byte[] text = "INFO größe 😀\n".getBytes(StandardCharsets.UTF_8);
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            logs.append("app.log", "INFO before\n");
            topic.awaitTexts(List.of("INFO before"));
            for (byte b : text) {
                logs.append("app.log", new byte[] {b});
                if (b != '\n') {
                    await().during(Duration.ofMillis(30)).until(() -> tailer.published() == 1);
                }
            }
            topic.awaitTexts(List.of("INFO before", "INFO größe 😀"));
            assertThat(topic.lines().get(1).offset()).isEqualTo(12);
        }
    }

    @Test
    void aHalfLineOutlivesARestart() throws Exception {
        try (RawTopic topic = logs.read()) {
            logs.append("app.log", "INFO whole\nINFO ha");
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitTexts(List.of("INFO whole"));
                assertThat(tailer.published()).isEqualTo(1);
            }
            logs.append("app.log", "lf\n");
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitTexts(List.of("INFO whole", "INFO half"));
                assertThat(tailer.published()).isEqualTo(1);
            }
        }
    }

    @Test
    void aTraceIsOneRecord() throws Exception {
        String trace = "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"\n"
                + "\tat shop.Cart.total(Cart.java:42)\n"
                + "\tat shop.Main.main(Main.java:7)\n"
                + "Caused by: java.lang.IllegalStateException: empty\n"
                + "\tat shop.Cart.items(Cart.java:12)\n"
                + "\t... 1 more";
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            logs.append("app.log", "INFO before\nERROR checkout failed\n" + trace + "\nINFO after\n");
            topic.awaitTexts(List.of("INFO before", "ERROR checkout failed\n" + trace, "INFO after"));
            LogLine error = topic.lines().get(1);
            assertThat(error.multiline()).isTrue();
            assertThat(error.offset()).isEqualTo(12);
            assertThat(tailer.published()).isEqualTo(3);
        }
    }

    @Test
    void aSecretNeverLeaves() throws Exception {
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            logs.append("app.log", "INFO login password=hunter2secret ok\n");
            await().until(() -> !topic.lines().isEmpty());
            assertThat(topic.lines().get(0).line())
                    .doesNotContain("hunter2secret")
                    .contains("redacted");
            assertThat(topic.lines().get(0).redactions()).isPositive();
            assertThat(tailer.published()).isEqualTo(1);
        }
    }

    @Test
    void whateverTheBytesEveryRecordIsJsonAndEveryLineIsThere() throws Exception {
        Random random = new Random(13);
        int lines = 2_000;
        for (int i = 0; i < lines; i++) {
            byte[] junk = new byte[random.nextInt(80)];
            random.nextBytes(junk);
            for (int k = 0; k < junk.length; k++) {
                junk[k] = junk[k] == '\n' ? 0 : junk[k];
            }
            logs.append("app.log", "INFO " + i + " ");
            logs.append("app.log", junk);
            logs.append("app.log", i % 3 == 0 ? "\r\n" : "\n");
        }
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            await().until(() -> tailer.published() >= lines);
            // RawTopic reads with the tolerant reader; an envelope taken for bare text would have no id.
            assertThat(topic.lines()).hasSize(lines).extracting(LogLine::id).doesNotContain("");
            assertThat(topic.texts()).anyMatch(text -> text.indexOf('\ufffd') >= 0);
            List<String> texts = topic.texts();
            for (int i = 0; i < lines; i++) {
                assertThat(texts.get(i)).startsWith("INFO " + i + " ");
            }
        }
    }

    @Test
    void emptyLinesAndLineEndsOfWindowsAreKept() throws Exception {
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            logs.append("app.log", "INFO a\r\n\r\nINFO b\r\n");
            await().until(() -> topic.texts().contains("INFO b"));
            assertThat(String.join("\n", topic.texts())).isEqualTo("INFO a\n\nINFO b");
            assertThat(tailer.published()).isPositive();
        }
    }

    @Test
    void longLinesAreCutAndTheOthersGoOn() throws Exception {
        logs.append(
                "app.log", "INFO before\n" + "x".repeat(10_000_000) + "\n" + "y".repeat(900_000) + "\nINFO after\n");
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            await().until(() -> topic.lines().size() >= 4);
            assertThat(topic.texts().get(1)).startsWith("xxx").endsWith("[cut: the line has 10000000 bytes]");
            assertThat(topic.texts().get(2)).startsWith("yyy").endsWith("[cut: the line has 900000 bytes]");
            assertThat(topic.texts()).hasSize(4).endsWith("INFO after");
            assertThat(tailer.published()).isEqualTo(4);
        }
    }

    @Test
    void aLineThatJsonSpellsTooLargeForTheBrokerIsCut() throws Exception {
        Random random = new Random(17);
        byte[] control = new byte[300_000];
        for (int i = 0; i < control.length; i++) {
            control[i] = (byte) List.of(1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19)
                    .get(random.nextInt(12))
                    .intValue();
        }
        logs.append("app.log", "INFO before\nINFO ");
        logs.append("app.log", control);
        logs.append("app.log", "\nINFO after\n");
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.texts().contains("INFO after"));
            assertThat(topic.distinctTexts()).hasSize(3);
            assertThat(topic.texts().get(1)).contains("[cut: the record would have");
            assertThat(tailer.published()).isPositive();
        }
    }

    @Test
    void aBrokerThatTakesOnlySmallRecordsGetsSmallOnes() throws Exception {
        broker.createTopic(Topics.raw(logs.topic()), 1, Map.of("max.message.bytes", "20000"));
        Random random = new Random(19);
        StringBuilder noise = new StringBuilder();
        random.ints(200_000, 33, 126).forEach(c -> noise.append((char) c));
        logs.append("app.log", "INFO before\nINFO " + noise + "\nINFO after\n");
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            await().atMost(Duration.ofSeconds(40)).until(() -> topic.texts().contains("INFO after"));
            await().until(() -> topic.distinctTexts().size() == 3);
            assertThat(tailer.published()).isPositive();
        }
    }
}
