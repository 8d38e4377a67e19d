package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TicksAfterRestartIT {
    private static final String TOPIC = "ticks-after-restart";

    @TempDir
    private Path folder;

    @Test
    void theTicksOfALineReadJustBeforeTheStopAreSentAfterTheStart(EmbeddedBroker broker) throws Exception {
        Path log = Files.writeString(folder.resolve("app.log"), "2026-01-02T03:04:05Z ERROR it broke\n");
        try (Tailer tailer = Tailer.start(config(broker, Duration.ofSeconds(100)))) {
            await().until(() -> tailer.published() == 1);
        }
        // Rotated away while nobody looked: the source is owed its ticks all the same.
        Files.delete(log);
        try (Tailer tailer = Tailer.start(config(broker, Duration.ofMillis(300)))) {
            await().until(() -> tailer.published() == 2);
        }
        try (Tailer tailer = Tailer.start(config(broker, Duration.ofMillis(300)))) {
            await().during(Duration.ofSeconds(1)).until(() -> tailer.published() == 0);
        }
        List<LogLine> records = records(broker);
        LogLine line = records.get(0);
        assertThat(records).extracting(LogLine::source).containsOnly(log.toString());
        assertThat(records.subList(1, 3))
                .extracting(LogLine::id)
                .containsExactly(line.id() + ":tick1", line.id() + ":tick2");
        assertThat(records.get(2).ts()).isCloseTo(line.ts() + 0.6, within(0.15));
    }

    private TailerConfig config(EmbeddedBroker broker, Duration quiet) {
        return new TailerConfig(
                broker.bootstrap(),
                TOPIC,
                List.of(folder + "/*.log"),
                folder.resolve("state"),
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMillis(80),
                quiet,
                quiet.multipliedBy(2));
    }

    private static List<LogLine> records(EmbeddedBroker broker) {
        TopicPartition partition = new TopicPartition(Topics.raw(TOPIC), 0);
        List<LogLine> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> all.add(Wire.logLine(record.value(), record.key(), 0)));
                return all.size() >= 3;
            });
        }
        return all;
    }
}
