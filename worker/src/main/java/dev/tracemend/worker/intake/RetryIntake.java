package dev.tracemend.worker.intake;

import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads {@code agent.retries.<topic>} of the partitions whose contexts this worker owns. A partition's first record holds
 * back those behind it until it is due. For one thread.
 */
public final class RetryIntake implements AutoCloseable {
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();

    /** Owns nothing yet. */
    public RetryIntake(String bootstrap, String topic, String group) {
        this.topic = Topics.retries(topic);
        this.consumer = ReadingConsumer.of(bootstrap, group, 1);
    }

    /** Follows what the worker owns: new partitions are read on from what is committed. */
    public void own(Set<Integer> partitions) {
        Set<TopicPartition> mine = partitions.stream()
                .map(number -> new TopicPartition(topic, number))
                .collect(Collectors.toSet());
        Set<TopicPartition> before = Set.copyOf(consumer.assignment());
        if (mine.equals(before)) {
            return;
        }
        consumer.assign(mine);
        first.keySet().retainAll(partitions);
        mine.stream().filter(partition -> !before.contains(partition)).forEach(this::seek);
    }

    /** Reads on from what is committed, everywhere. */
    public void rewind() {
        first.clear();
        consumer.resume(consumer.assignment());
        consumer.assignment().forEach(this::seek);
    }

    private void seek(TopicPartition partition) {
        OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
        if (committed == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, committed);
        }
    }

    /** A record that is due; it is handed out once. */
    public Optional<ConsumerRecord<byte[], byte[]>> due(Instant now) {
        if (!consumer.assignment().isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ZERO)) {
                first.put(record.partition(), record);
                consumer.pause(List.of(new TopicPartition(topic, record.partition())));
            }
        }
        Optional<ConsumerRecord<byte[], byte[]>> due = first.values().stream()
                .filter(record -> number(record, Headers.NOT_BEFORE) <= now.toEpochMilli())
                .findFirst();
        due.ifPresent(record -> {
            first.remove(record.partition());
            consumer.resume(List.of(new TopicPartition(topic, record.partition())));
        });
        return due;
    }

    /** Whether something waits here. */
    public boolean isWaiting() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return !first.isEmpty()
                || ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** A number in a header; 0 where there is none. */
    public static long number(ConsumerRecord<byte[], byte[]> record, String name) {
        String text = text(record, name);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    /** A header's text; empty where there is none. */
    public static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
