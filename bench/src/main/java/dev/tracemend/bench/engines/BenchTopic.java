package dev.tracemend.bench.engines;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of one short name: lines are written, contexts are read, from where the last reading ended. */
final class BenchTopic implements AutoCloseable {
    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> contexts;

    BenchTopic(String bootstrap, String name, String contextTopic) throws Exception {
        this.name = name;
        List<TopicPartition> read = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<String, String> forEver = Map.of("retention.ms", "-1");
            admin.createTopics(List.of(
                            new NewTopic(Topics.raw(name), 1, (short) 1).configs(forEver),
                            new NewTopic(contextTopic, 1, (short) 1).configs(forEver)))
                    .all()
                    .get();
            if (!admin.listTopics().names().get().contains(Topics.ERRORS)) {
                admin.createTopics(List.of(new NewTopic(Topics.ERRORS, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        read.add(new TopicPartition(contextTopic, 0));
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        "5",
                        "batch.size",
                        "262144"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        contexts = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "fetch.max.wait.ms", "5"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        contexts.assign(read);
        contexts.seekToBeginning(read);
    }

    /** Writes a line; its record has the line's own time, so that every run sees the same. */
    void send(LogLine line) {
        byte[] key = line.source().isEmpty() ? null : line.source().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.raw(name), 0, Math.round(line.ts() * 1000), key, Wire.write(line)));
    }

    /** Everything has arrived. */
    void flush() {
        producer.flush();
    }

    /** Reads until the condition holds or nothing came for so long; true if it holds. */
    boolean read(BiConsumer<ErrorContext, byte[]> each, BooleanSupplier enough, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!enough.getAsBoolean()) {
            var records = contexts.poll(Duration.ofMillis(100));
            for (ConsumerRecord<byte[], byte[]> record : records) {
                each.accept(Wire.errorContext(record.value()), record.value());
                end = System.nanoTime() + patience.toNanos();
            }
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    /** Polls once and gives the raw values. */
    List<byte[]> poll() {
        List<byte[]> values = new ArrayList<>();
        contexts.poll(Duration.ofMillis(20)).forEach(record -> values.add(record.value()));
        return values;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        contexts.close();
    }

    /** Contexts by id, and what did not fit. */
    static final class ContextSet {
        private final Map<String, String> byId = new TreeMap<>();
        private long repeated;
        private long different;

        void add(ErrorContext context, byte[] value) {
            String text = new String(value, StandardCharsets.UTF_8);
            String known = byId.putIfAbsent(context.id(), text);
            if (known != null) {
                repeated++;
                different += known.equals(text) ? 0 : 1;
            }
        }

        int size() {
            return byId.size();
        }

        long repeated() {
            return repeated;
        }

        long different() {
            return different;
        }

        Map<String, String> byId() {
            return byId;
        }
    }
}
