package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TicksAfterRestartIT {
    @Test
    void theTicksOfALineReadJustBeforeTheStopAreSentAfterTheStart(EmbeddedBroker broker, @TempDir Path folder)
            throws Exception {
        TailerCase logs = TailerCase.of(broker.bootstrap(), folder);
        logs.append("app.log", "2026-01-02T03:04:05Z ERROR it broke\n");
        try (Tailer tailer = logs.start("*.log")) {
            await().until(() -> tailer.published() == 1);
        }
        // Rotated away while nobody looked: the source is owed its ticks all the same.
        Files.delete(logs.file("app.log"));
        TailerConfig brisk = brisk(logs.config("*.log"));
        try (Tailer tailer = Tailer.start(brisk)) {
            await().until(() -> tailer.published() == 2);
        }
        try (Tailer tailer = Tailer.start(brisk)) {
            await().during(Duration.ofSeconds(1)).until(() -> tailer.published() == 0);
        }
        try (RawTopic topic = logs.read()) {
            await().until(() -> topic.records().size() >= 3);
            List<LogLine> records = topic.records();
            LogLine line = records.get(0);
            assertThat(records)
                    .extracting(LogLine::id)
                    .containsExactly(line.id(), line.id() + ":tick1", line.id() + ":tick2");
            assertThat(records)
                    .extracting(LogLine::source)
                    .containsOnly(logs.file("app.log").toString());
            assertThat(records.get(2).ts()).isCloseTo(line.ts() + 0.6, within(0.15));
        }
    }

    private static TailerConfig brisk(TailerConfig slow) {
        return new TailerConfig(
                slow.bootstrap(),
                slow.topic(),
                slow.globs(),
                slow.stateDir(),
                slow.poll(),
                slow.rescan(),
                slow.joinWait(),
                List.of(Duration.ofMillis(300), Duration.ofMillis(600)));
    }
}
