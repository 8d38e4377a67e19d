package dev.tracemend.worker.deliver;

import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.PatchRecord;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that answer what was read, to be written together with its offset: all of them or none. Of each cause the
 * latest entry of the memory is written once. Results, memory and retries go to the partition of their context's number.
 */
public final class Answer {
    private static final int LONGEST_PAYLOAD = 64 * 1024;
    private static final int LONGEST_KEY = 200;

    private final String topic;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<Memory, MemoryEntry> memory = new LinkedHashMap<>();
    private final List<WorkMetric> metrics = new ArrayList<>();

    /** Whose memory it is. */
    public record Memory(int partition, String fingerprint) {}

    /** Nothing so far, for a topic by its short name. */
    public Answer(String topic) {
        this.topic = topic;
    }

    /** All records. */
    public List<ProducerRecord<byte[], byte[]>> records() {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(records);
        memory.forEach((key, entry) -> all.add(record(
                Topics.memory(topic),
                key.partition(),
                key.fingerprint(),
                headers("memory", entry.resultId(), entry.ts()),
                entry)));
        return all;
    }

    /** The entries of the memory among them. */
    public Map<Memory, MemoryEntry> memory() {
        return memory;
    }

    /** What was spent. */
    public List<WorkMetric> metrics() {
        return metrics;
    }

    /** Adds all that another answer holds. */
    public void add(Answer other) {
        records.addAll(other.records);
        memory.putAll(other.memory);
        metrics.addAll(other.metrics);
    }

    /** A result. */
    public Answer with(int partition, FixResult result) {
        return add(
                Topics.results(topic),
                partition,
                result.fingerprint(),
                headers("result", result.id(), result.ts()),
                result);
    }

    /** What is known of a cause from now on. */
    public Answer with(int partition, MemoryEntry entry) {
        memory.put(new Memory(partition, entry.fingerprint()), entry);
        return this;
    }

    /** A decision and its reason. */
    public Answer with(AuditEntry entry) {
        return add(Topics.AUDIT, null, entry.fingerprint(), headers("audit", entry.id(), entry.ts()), entry);
    }

    /** A step in the life of a patch. */
    public Answer with(PatchRecord patch) {
        return add(Topics.PATCHES, null, patch.id(), headers("patch", patch.id(), patch.ts()), patch);
    }

    /** A question to a person. */
    public Answer with(ApprovalRequest request) {
        return add(
                Topics.APPROVAL_REQUESTS, null, request.id(), headers("approval", request.id(), request.ts()), request);
    }

    /** What an attempt took. */
    public Answer with(WorkMetric metric) {
        metrics.add(metric);
        return add(Topics.METRICS, null, metric.id(), headers("metric", metric.id(), metric.ts()), metric);
    }

    /** The context once more, not before a time. */
    public Answer later(int partition, ErrorContext context, Later when) {
        Map<String, String> headers = new LinkedHashMap<>(headers("context", context.id(), context.ts()));
        headers.put(Headers.ATTEMPTS, Integer.toString(when.attempts()));
        headers.put(Headers.NOT_BEFORE, Long.toString(when.notBefore().toEpochMilli()));
        headers.put(Headers.REASON, oneLine(when.reason()));
        headers.put(Headers.ORIGIN, when.origin());
        return add(Topics.retries(topic), partition, context.fingerprint(), headers, context);
    }

    /**
     * When a context is to come again, and why.
     *
     * @param attempts tries so far
     * @param origin where it was read first, {@code topic-partition@offset}
     */
    public record Later(Instant notBefore, int attempts, String reason, String origin) {}

    /** A record that cannot be read, with the reason. */
    public Answer deadLetter(ConsumerRecord<byte[], byte[]> bad, String reason) {
        String key = bad.key() == null ? "" : new String(bad.key(), StandardCharsets.UTF_8);
        byte[] value = bad.value() == null ? new byte[0] : bad.value();
        return deadLetter(bad.topic(), bad.partition(), bad.offset(), key, value, reason, 1);
    }

    /** A context that was tried often enough, with the reason. */
    public Answer deadLetter(int partition, ContextPlace place, ErrorContext context, String reason, int attempts) {
        return deadLetter(
                Topics.ctx(topic),
                partition,
                place.offset(),
                context.fingerprint(),
                Wire.write(context),
                reason,
                attempts);
    }

    private Answer deadLetter(
            String from, int partition, long offset, String key, byte[] value, String reason, int attempts) {
        byte[] kept = Arrays.copyOf(value, Math.min(value.length, LONGEST_PAYLOAD));
        double now = Instant.now().toEpochMilli() / 1_000.0;
        String id = from + '-' + partition + '-' + offset;
        DeadLetter letter = new DeadLetter(
                1,
                from,
                partition,
                offset,
                reason,
                attempts,
                Base64.getEncoder().encodeToString(kept),
                key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY),
                now);
        Map<String, String> headers = new LinkedHashMap<>(headers("error", id, now));
        headers.put(Headers.ATTEMPTS, Integer.toString(attempts));
        headers.put(Headers.REASON, oneLine(reason));
        headers.put(Headers.ORIGIN, from + '-' + partition + '@' + offset);
        return add(Topics.ERRORS, null, id, headers, letter);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_KEY ? line : line.substring(0, LONGEST_KEY) + "…";
    }

    private static Map<String, String> headers(String kind, String id, double ts) {
        return Headers.of(kind, id, "/tracemend/worker", Instant.ofEpochMilli((long) (ts * 1_000)));
    }

    private Answer add(
            String name, @Nullable Integer partition, String key, Map<String, String> headers, Record value) {
        records.add(record(name, partition, key, headers, value));
        return this;
    }

    private static ProducerRecord<byte[], byte[]> record(
            String name, @Nullable Integer partition, String key, Map<String, String> headers, Record value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(name, partition, key.getBytes(StandardCharsets.UTF_8), Wire.write(value));
        headers.forEach((header, text) -> record.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
