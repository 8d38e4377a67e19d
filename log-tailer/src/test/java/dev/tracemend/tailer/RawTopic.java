package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything a raw topic has held since the start, read as a consumer would. */
final class RawTopic implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<LogLine> all = new ArrayList<>();

    RawTopic(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", "50"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(Topics.raw(topic), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** All records so far. */
    List<LogLine> records() {
        int before;
        do {
            before = all.size();
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                LogLine line = Wire.logLine(record.value(), record.key(), record.timestamp() / 1000.0);
                assertThat(record.key()).isEqualTo(line.source());
                all.add(line);
            });
        } while (all.size() > before);
        return List.copyOf(all);
    }

    /** All lines so far, without ticks. */
    List<LogLine> lines() {
        return records().stream()
                .filter(line -> line.kind() == LogLine.Kind.LINE)
                .toList();
    }

    List<String> texts() {
        return lines().stream().map(LogLine::line).toList();
    }

    /** The first of each id, in the order they came. */
    List<String> distinctTexts() {
        Map<String, String> byId = new LinkedHashMap<>();
        for (LogLine line : lines()) {
            String before = byId.putIfAbsent(line.id(), line.line());
            assertThat(before == null || before.equals(line.line()))
                    .as(line.id())
                    .isTrue();
        }
        return List.copyOf(byId.values());
    }

    /** Waits until just these lines are there, in this order, and no more come. */
    void awaitTexts(List<String> expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> lines().size() >= expected.size());
        assertThat(texts()).isEqualTo(expected);
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> texts().equals(expected));
    }

    /** Waits until these lines are there, in this order, once ids are looked at. */
    void awaitDistinct(List<String> expected) {
        await().atMost(Duration.ofSeconds(60)).until(() -> distinctTexts().size() >= expected.size());
        assertThat(distinctTexts()).isEqualTo(expected);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
