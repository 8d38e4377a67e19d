package dev.tracemend.streams;

import static org.awaitility.Awaitility.await;

import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawLines;
import dev.tracemend.streams.window.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One short name's topics on a real broker, seen from outside an engine: lines are sent, contexts are read. */
public final class RawTopic implements AutoCloseable {
    private final String bootstrap;
    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private int sent;

    private RawTopic(String bootstrap, String name, List<TopicPartition> read) {
        this.bootstrap = bootstrap;
        this.name = name;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "fetch.max.wait.ms",
                        "20",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(read);
        consumer.seekToBeginning(read);
    }

    /** Makes the topics, with a retention that leaves the tests' old times alone. */
    public static RawTopic of(String bootstrap, String name) throws InterruptedException, ExecutionException {
        List<TopicPartition> read = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (var spec : Topics.family(name)) {
                try {
                    NewTopic topic = new NewTopic(spec.name(), spec.partitions(), (short) 1);
                    boolean compacted = "compact".equals(spec.config().get("cleanup.policy"));
                    admin.createTopics(List.of(compacted ? topic : topic.configs(Map.of("retention.ms", "-1"))))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
                if (spec.name().equals(Topics.ctx(name)) || spec.name().equals(Topics.ERRORS)) {
                    for (int partition = 0; partition < spec.partitions(); partition++) {
                        read.add(new TopicPartition(spec.name(), partition));
                    }
                }
            }
        }
        return new RawTopic(bootstrap, name, read);
    }

    /** The lines, not yet sent, of this topic. */
    public RawLines lines() {
        return new RawLines(name);
    }

    /** Sends what was not sent yet. */
    public void send(RawLines lines) {
        List<RawRecord> records = lines.records();
        for (; sent < records.size(); sent++) {
            RawRecord r = records.get(sent);
            producer.send(new ProducerRecord<>(Topics.raw(name), 0, r.millis(), r.key(), r.value()));
        }
        producer.flush();
    }

    /** Reads until this many contexts have come, committed, or the time is over. */
    public List<ConsumerRecord<String, byte[]>> contexts(int wanted, Duration patience) {
        return read(wanted, patience, record -> record.topic().equals(Topics.ctx(name)));
    }

    /** Reads until this many dead letters of this topic have come, or the time is over. */
    public List<ConsumerRecord<String, byte[]>> letters(int wanted, Duration patience) {
        return read(
                wanted,
                patience,
                record -> record.topic().equals(Topics.ERRORS)
                        && Wire.deadLetter(record.value()).topic().equals(Topics.raw(name)));
    }

    /** What an engine tells as a group beside its offset, once it has told that it read all that was sent. */
    public WindowProgress told(String group, Duration patience) {
        TopicPartition raw = new TopicPartition(Topics.raw(name), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            OffsetAndMetadata told = await().atMost(patience)
                    .until(
                            () -> admin.listConsumerGroupOffsets(group)
                                    .partitionsToOffsetAndMetadata()
                                    .get()
                                    .get(raw),
                            offset -> offset != null && offset.offset() >= sent);
            return Wire.windowProgress(told.metadata().getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<ConsumerRecord<String, byte[]>> read(
            int wanted, Duration patience, Predicate<ConsumerRecord<String, byte[]>> which) {
        consumer.seekToBeginning(consumer.assignment());
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        long end = System.nanoTime() + patience.toNanos();
        while (found.size() < wanted && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(20)).forEach(record -> {
                if (which.test(record)) {
                    found.add(record);
                }
            });
        }
        return found;
    }

    @Override
    public void close() {
        producer.close(Duration.ofNanos(TimeUnit.SECONDS.toNanos(5)));
        consumer.close();
    }
}
