package dev.tracemend.worker.intake;

import dev.tracemend.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * What was there when the worker began: whether the group has answered all of it, on the partitions of other workers,
 * too. Reads on from the committed offsets without being a member, so that records of transactions' ends do not count.
 * For one thread.
 */
public final class Backlog implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Set<TopicPartition> open;

    /** Notes where the topic ends now. */
    public Backlog(String bootstrap, String topic, String group) {
        consumer = ReadingConsumer.of(bootstrap, group, 1);
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo info : consumer.partitionsFor(Topics.ctx(topic))) {
            partitions.add(new TopicPartition(info.topic(), info.partition()));
        }
        ends = consumer.endOffsets(partitions);
        open = new HashSet<>(partitions);
    }

    /** Whether every context that was there at the start is answered. */
    public boolean isAnswered() {
        open.removeIf(this::isAnswered);
        return open.isEmpty();
    }

    private boolean isAnswered(TopicPartition partition) {
        long end = ends.getOrDefault(partition, 0L);
        OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
        consumer.assign(List.of(partition));
        if (committed == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, committed);
        }
        long deadline = System.nanoTime() + LOOK.toNanos();
        while (consumer.position(partition) < end && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> next : consumer.poll(LOOK)) {
                return next.offset() >= end;
            }
        }
        return consumer.position(partition) >= end;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
