package dev.tracemend.cli.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in a topic, up to all that was written there when it was asked. For one thread. */
final class CommittedLog implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> written;

    CommittedLog(String bootstrap) {
        committed = consumer(bootstrap, "read_committed");
        written = consumer(bootstrap, "read_uncommitted");
    }

    /** All records of a topic; none where there is no such topic. */
    List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        written.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        // An unfinished transaction holds the committed end back, and what comes after it would be missed.
        Map<TopicPartition, Long> ends = written.endOffsets(partitions);
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (partitions.stream().anyMatch(one -> committed.position(one) < ends.getOrDefault(one, 0L))) {
            committed.poll(POLL).forEach(records::add);
            if (System.nanoTime() > deadline) {
                throw new org.apache.kafka.common.errors.TimeoutException("the end of " + topic + " was not reached in "
                        + LONGEST.toSeconds() + " s; an unfinished transaction may hold it back");
            }
        }
        return records;
    }

    /** The record at one place, while its topic keeps it. */
    Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
        boolean there = written.partitionsFor(partition.topic()).stream()
                .anyMatch(info -> info.partition() == partition.partition());
        if (!there
                || offset < written.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L)
                || offset >= written.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
            return Optional.empty();
        }
        committed.assign(List.of(partition));
        committed.seek(partition, offset);
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (committed.position(partition) <= offset && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : committed.poll(POLL)) {
                if (record.offset() == offset) {
                    return Optional.of(record);
                }
            }
        }
        return Optional.empty();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String isolation) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", isolation);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        settings.put("fetch.max.wait.ms", "50");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        committed.close();
        written.close();
    }
}
