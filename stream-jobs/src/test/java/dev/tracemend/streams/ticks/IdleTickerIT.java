package dev.tracemend.streams.ticks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.window.RawLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class IdleTickerIT {
    private static final Duration IDLE = Duration.ofMillis(600);
    private static final Duration LONG = IDLE.multipliedBy(5);

    private final String name = "t-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(Topics.raw(name), 0);
    private Map<String, Object> connection;
    private RawTopic topic;
    private KafkaConsumer<byte[], byte[]> reader;

    @BeforeEach
    void makeTheTopic(EmbeddedBroker broker) throws Exception {
        connection = Map.of("bootstrap.servers", broker.bootstrap());
        topic = RawTopic.of(broker.bootstrap(), name);
        reader = new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        reader.assign(List.of(partition));
    }

    @AfterEach
    void close() {
        topic.close();
        reader.close();
    }

    @Test
    void aPartitionThatGrewAndFellSilentGetsOneTickForEachSilence() {
        RawLines lines = topic.lines().line("shop.log", 0, "INFO start");
        topic.send(lines);
        try (IdleTicker ticker = IdleTicker.start(connection, IDLE)) {
            awaitEnd(2);
            staysAt(2);
            ConsumerRecord<byte[], byte[]> tick = last();
            LogLine line = Wire.logLine(tick.value(), "", 0);
            assertThat(tick.key()).as("it speaks for no source").isNull();
            assertThat(line.kind()).isEqualTo(LogLine.Kind.TICK);
            assertThat(line.source()).isEmpty();
            assertThat(line.ts()).isCloseTo(System.currentTimeMillis() / 1000.0, offset(60.0));

            topic.send(lines.line("shop.log", 1, "INFO on"));
            awaitEnd(4);
            staysAt(4);
        }
    }

    @Test
    void anEmptyPartitionGetsNone() {
        try (IdleTicker ticker = IdleTicker.start(connection, IDLE)) {
            staysAt(0);
        }
    }

    @Test
    void aPartitionThatEndsWithATickGetsNoSecondOneAfterARestart() {
        topic.send(topic.lines().line("shop.log", 0, "INFO start"));
        try (IdleTicker first = IdleTicker.start(connection, IDLE)) {
            awaitEnd(2);
        }
        try (IdleTicker second = IdleTicker.start(connection, IDLE)) {
            staysAt(2);
        }
    }

    @Test
    void aTickOfASourceAndForeignBytesAreNoTickOfThePartition() {
        topic.send(topic.lines()
                .tick("shop.log", 0)
                .bytes("shop.log", 0, "{\"kind\":\"tick\"".getBytes(StandardCharsets.UTF_8)));
        try (IdleTicker ticker = IdleTicker.start(connection, IDLE)) {
            awaitEnd(3);
            staysAt(3);
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAndClosingDoesNotHang() {
        long start = System.nanoTime();
        try (IdleTicker ticker = IdleTicker.start(Map.of("bootstrap.servers", "localhost:1"), IDLE)) {
            assertThat(ticker).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private void awaitEnd(long offset) {
        await().atMost(Duration.ofSeconds(30)).until(() -> end() == offset);
    }

    private void staysAt(long offset) {
        await().during(LONG).atMost(LONG.plusSeconds(20)).until(() -> end() == offset);
    }

    private long end() {
        return reader.endOffsets(List.of(partition)).get(partition);
    }

    private ConsumerRecord<byte[], byte[]> last() {
        reader.seek(partition, end() - 1);
        return reader.poll(Duration.ofSeconds(10)).records(partition).get(0);
    }
}
