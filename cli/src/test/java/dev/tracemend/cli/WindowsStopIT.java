package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.cli.stack.StackPlan;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code windows} is asked to end while a window is open: it does so soon, and the next run tells each error once. */
@ExtendWith(BrokerExtension.class)
class WindowsStopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Map<String, Long> ALL = Map.of("the import of tariffs gave up", 1L, "checkout failed", 60L);

    private final String topic = "stop-" + UUID.randomUUID().toString().substring(0, 8);
    private final double start = System.currentTimeMillis() / 1_000.0 - 60;

    @TempDir
    private Path home;

    private String bootstrap = "";
    private KafkaProducer<byte[], byte[]> producer;
    private long sent;

    @BeforeEach
    void makeTopics(EmbeddedBroker broker) {
        bootstrap = broker.bootstrap();
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void closeProducer() {
        producer.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorIsToldOnceOverAStop(StackPlan.Engine engine) throws InterruptedException {
        errors("shop.log", "checkout failed", 40);
        errors("other.log", "the import of tariffs gave up", 1);
        tick("other.log", 9);
        try (TracemendProcess first = windows(engine)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(counts()).as(first.stderr()).containsEntry("the import of tariffs gave up", 1L));
            first.terminate();
            assertThat(first.await(SOON)).as(first.stderr()).isIn(0, 143);
            assertThat(first.stderr()).doesNotContain("\tat ", "Exception", "WARN", "SLF4J");
        }

        errors("shop.log", "checkout failed", 20);
        tick("shop.log", 30);
        try (TracemendProcess second = windows(engine)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(counts()).as(second.stderr()).isEqualTo(ALL));
            second.terminate();
            assertThat(second.await(SOON)).as(second.stderr()).isIn(0, 143);
        }
        assertThat(counts()).isEqualTo(ALL);
    }

    private TracemendProcess windows(StackPlan.Engine engine) {
        return TracemendProcess.start(
                home, "windows", "--engine", engine.name(), "--bootstrap", bootstrap, "--data", home + "/data");
    }

    /** How many errors the contexts tell of, by title; a context that came twice is the same context. */
    private Map<String, Long> counts() {
        Map<String, ErrorContext> byId = new TreeMap<>();
        BrokerRecords.committed(bootstrap, Topics.ctx(topic)).forEach(record -> {
            ErrorContext context = Wire.errorContext(record.value());
            byId.put(context.id(), context);
        });
        Map<String, Long> counts = new TreeMap<>();
        byId.values().forEach(context -> counts.merge(context.title(), context.count(), Long::sum));
        return counts;
    }

    private void errors(String source, String message, int count) {
        for (int i = 0; i < count; i++) {
            send(source, LogLine.Kind.LINE, "ERROR " + message, start + sent * 0.1);
        }
    }

    private void tick(String source, double seconds) {
        send(source, LogLine.Kind.TICK, "", start + seconds);
    }

    private void send(String source, LogLine.Kind kind, String text, double ts) {
        String id = kind == LogLine.Kind.TICK ? "" : "t1:1-1:0:" + sent * 100;
        LogLine line = new LogLine(1, id, kind, text, ts, source, "shop", "host", sent * 100, false, 0);
        sent++;
        byte[] key = source.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.raw(topic), 0, Math.round(ts * 1_000), key, Wire.write(line)));
    }
}
