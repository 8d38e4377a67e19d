package dev.tracemend.worker.deliver;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The records that answer one context, written together with its offset. */
public record Answer(List<ProducerRecord<byte[], byte[]>> records) {
    private static final int LONGEST_PAYLOAD = 64 * 1024;

    /** Copies the records. */
    public Answer {
        records = List.copyOf(records);
    }

    /** Nothing to say: the context was answered before. */
    public static Answer none() {
        return new Answer(List.of());
    }

    /** A result and what is remembered of it, both in the partition of the context's number. */
    public static Answer of(FixResult result, MemoryEntry memory, String topic, int partition) {
        return new Answer(List.of(
                record(
                        Topics.results(topic),
                        partition,
                        result.fingerprint(),
                        headers("result", result.id(), result.ts()),
                        result),
                record(
                        Topics.memory(topic),
                        partition,
                        memory.fingerprint(),
                        headers("memory", result.id(), memory.ts()),
                        memory)));
    }

    /** A record that cannot be worked on, with the reason. */
    public static Answer deadLetter(ConsumerRecord<byte[], byte[]> bad, String reason) {
        byte[] value = bad.value() == null ? new byte[0] : bad.value();
        byte[] kept = Arrays.copyOf(value, Math.min(value.length, LONGEST_PAYLOAD));
        String key = bad.key() == null ? "" : new String(bad.key(), StandardCharsets.UTF_8);
        double now = Instant.now().toEpochMilli() / 1_000.0;
        String id = bad.topic() + '-' + bad.partition() + '-' + bad.offset();
        DeadLetter letter = new DeadLetter(
                1,
                bad.topic(),
                bad.partition(),
                bad.offset(),
                reason,
                1,
                Base64.getEncoder().encodeToString(kept),
                key.length() <= 200 ? key : key.substring(0, 200),
                now);
        return new Answer(List.of(record(Topics.ERRORS, null, id, headers("error", id, now), letter)));
    }

    private static Map<String, String> headers(String kind, String id, double ts) {
        return Headers.of(kind, id, "/tracemend/worker", Instant.ofEpochMilli((long) (ts * 1_000)));
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, @Nullable Integer partition, String key, Map<String, String> headers, Record value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), Wire.write(value));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
