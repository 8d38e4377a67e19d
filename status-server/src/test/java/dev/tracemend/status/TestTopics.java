package dev.tracemend.status;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one short name that no other test uses, and a producer for them. */
final class TestTopics implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    TestTopics(EmbeddedBroker broker, String prefix) {
        this(broker, prefix, "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private TestTopics(EmbeddedBroker broker, String prefix, String suffix) {
        this.broker = broker;
        this.topic = prefix + suffix;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    }

    /** Under exactly this name, for a test that has the broker to itself. */
    static TestTopics named(EmbeddedBroker broker, String topic) {
        return new TestTopics(broker, topic, "");
    }

    TestTopics create() {
        for (TopicSpec spec : Topics.family(topic)) {
            if (spec.name().endsWith("." + topic)) {
                broker.createTopic(spec.name(), spec.partitions(), spec.config());
            }
        }
        return this;
    }

    /** The topics that all share; once for a broker. */
    static void createShared(EmbeddedBroker broker) {
        for (TopicSpec spec : Topics.family("any")) {
            if (!spec.name().endsWith(".any")) {
                broker.createTopic(spec.name(), spec.partitions(), spec.config());
            }
        }
    }

    void memory(MemoryEntry entry) {
        send(Topics.memory(topic), entry.fingerprint(), Wire.write(entry));
    }

    void audit(AuditEntry entry) {
        send(Topics.AUDIT, entry.fingerprint(), Wire.write(entry));
    }

    String name() {
        return topic;
    }

    void context(String fingerprint, String id, long count, double at) {
        send(Topics.ctx(topic), fingerprint, Wire.write(IncidentSamples.context(topic, fingerprint, id, count, at)));
    }

    /** A step of a deployment, whatever this topic's name. */
    void step(DeployEvent step) {
        send(Topics.DEPLOY_EVENTS, "lightweight", Wire.write(step));
    }

    /** So many raw lines, in one partition. */
    void raw(int lines) {
        for (int i = 0; i < lines; i++) {
            send(Topics.raw(topic), "shop.log", ("INFO line " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As an engine of the windows tells how far it is. */
    void windowed(String group, long next, WindowProgress progress) {
        TopicPartition raw = new TopicPartition(Topics.raw(topic), 0);
        String beside = new String(Wire.write(progress), StandardCharsets.UTF_8);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.alterConsumerGroupOffsets(Topics.group(group), Map.of(raw, new OffsetAndMetadata(next, beside)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void context(ErrorContext context) {
        send(Topics.ctx(topic), context.fingerprint(), Wire.write(context));
    }

    /** Many at once: sent, and then waited for. */
    void contexts(Stream<ErrorContext> many) {
        many.forEach(one -> producer.send(new ProducerRecord<>(Topics.ctx(topic), one.fingerprint(), Wire.write(one))));
        producer.flush();
    }

    void metric(WorkMetric metric) {
        send(Topics.METRICS, metric.id(), Wire.write(metric));
    }

    /** What people decided so far, on all topics of a broker. */
    static List<ApprovalResponse> decisions(EmbeddedBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition one = new TopicPartition(Topics.APPROVAL_RESPONSES, 0);
            consumer.assign(List.of(one));
            consumer.seekToBeginning(List.of(one));
            long end = consumer.endOffsets(List.of(one)).getOrDefault(one, 0L);
            List<ApprovalResponse> found = new ArrayList<>();
            while (consumer.position(one) < end) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> found.add(Wire.approvalResponse(record.value())));
            }
            return found;
        }
    }

    void result(FixResult result) {
        send(Topics.results(topic), result.fingerprint(), Wire.write(result));
    }

    /** As a worker writes it; or takes back, where it is not committed. */
    void resultInTransaction(FixResult result, boolean commit) {
        try (KafkaProducer<String, byte[]> worker = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", topic),
                new StringSerializer(),
                new ByteArraySerializer())) {
            worker.initTransactions();
            worker.beginTransaction();
            worker.send(new ProducerRecord<>(Topics.results(topic), result.fingerprint(), Wire.write(result)));
            if (commit) {
                worker.commitTransaction();
            } else {
                worker.flush();
                worker.abortTransaction();
            }
        }
    }

    /** A member of the topic's worker group that does nothing. */
    AutoCloseable worker() {
        KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "group.id", "tracemend-worker-" + topic),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(List.of(Topics.ctx(topic)));
        member.poll(Duration.ofSeconds(2));
        return member;
    }

    void send(String fullTopic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(fullTopic, key, value));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
