package dev.tracemend.worker;

import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes contexts to a topic and reads what is committed in others. */
public final class TopicContents implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public TopicContents(String bootstrap, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public static ErrorContext context(String topic, String id, String fingerprint, long count) {
        FrameInfo frame = new FrameInfo("shop.Cart", "total", "Cart.java", 42, true);
        ExceptionInfo thrown = new ExceptionInfo("java.lang.NullPointerException", "x is null", List.of(frame));
        return new ErrorContext(
                1,
                id,
                topic,
                0,
                fingerprint,
                "NullPointerException: x is null",
                "shop",
                "java",
                List.of(thrown),
                count,
                10,
                20,
                new TimeWindow(10, 20),
                List.of("ERROR x", "java.lang.NullPointerException: x is null"),
                List.of(),
                0,
                false,
                21);
    }

    public void add(String id, String fingerprint, long count) {
        addBytes(fingerprint, Wire.write(context(topic, id, fingerprint, count)));
    }

    /** A context, written some time before {@link #flush} returns. */
    void put(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.ctx(topic), key.getBytes(StandardCharsets.UTF_8), value));
    }

    void flush() {
        producer.flush();
    }

    void addText(String value) {
        addBytes(null, value.getBytes(StandardCharsets.UTF_8));
    }

    void addBytes(String key, byte[] value) {
        send(Topics.ctx(topic), key, value);
    }

    private void send(String name, String key, byte[] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(name, keyBytes, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<FixResult> results() {
        return committed(Topics.results(topic)).stream()
                .map(record -> Wire.fixResult(record.value()))
                .toList();
    }

    /** Dead letters of this topic's contexts. */
    List<DeadLetter> deadLetters() {
        return committed(Topics.ERRORS).stream()
                .map(record -> Wire.deadLetter(record.value()))
                .filter(letter -> letter.topic().equals(Topics.ctx(topic)))
                .toList();
    }

    /** The memory of a cause, from its first entry to the latest, as long as the topic was not compacted. */
    List<MemoryEntry> memory(String fingerprint) {
        return committed(Topics.memory(topic)).stream()
                .map(record -> Wire.memoryEntry(record.value()))
                .filter(entry -> entry.fingerprint().equals(fingerprint))
                .toList();
    }

    /** What a cause is at now; nothing before its first entry. */
    Optional<Lifecycle> state(String fingerprint) {
        List<MemoryEntry> entries = memory(fingerprint);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).state());
    }

    /** Causes of this topic that people were asked about, one a question. */
    public List<String> requests() {
        return committed(Topics.APPROVAL_REQUESTS).stream()
                .map(record -> Wire.approvalRequest(record.value()))
                .filter(request -> request.topic().equals(topic))
                .map(ApprovalRequest::fingerprint)
                .toList();
    }

    /** Every decision about this topic's causes. */
    List<AuditEntry> audit() {
        return committed(Topics.AUDIT).stream()
                .map(record -> Wire.auditEntry(record.value()))
                .filter(entry -> entry.topic().equals(topic))
                .toList();
    }

    /** A person's word, with nothing but what is needed. */
    void decide(String id, String decision, String comment) {
        send(
                Topics.APPROVAL_RESPONSES,
                null,
                Wire.write(new ApprovalResponse(
                        1, id, Decision.valueOf(decision.toUpperCase(Locale.ROOT)), "mira", comment, 0)));
    }

    /** Work by hand. */
    void ask(String id, String task) {
        send(Topics.TASKS, id, Wire.write(new AgentTask(1, id, topic, task, "", List.of(), "mira", 0)));
    }

    List<ConsumerRecord<byte[], byte[]>> committed(String name) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(name).forEach(info -> partitions.add(new TopicPartition(name, info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
