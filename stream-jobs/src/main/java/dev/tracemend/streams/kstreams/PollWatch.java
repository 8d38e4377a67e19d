package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.ticks.DeletedLines;
import dev.tracemend.streams.window.StageTally;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks, poll by poll, whether there is a backlog, and whether the raw partitions go on where they stopped; counts what was
 * deleted in between. Where they stopped is what this process read last or, at its start, what the group has committed. Made by Kafka, by name.
 */
public final class PollWatch implements ConsumerInterceptor<byte[], byte[]> {
    /** The setting that holds the tally. */
    static final String TALLY = "tracemend.tally";

    /** The setting that holds what is told of each answer of the broker. */
    static final String BACKLOG = "tracemend.backlog";

    private final Map<TopicPartition, Long> next = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Kafka calls configure before anything else
    private StageTally tally;

    @SuppressWarnings("NullAway.Init")
    private RawBacklog backlog;

    @SuppressWarnings("NullAway.Init")
    private DeletedLines deleted;

    @Override
    public void configure(Map<String, ?> configs) {
        tally = (StageTally) Objects.requireNonNull(configs.get(TALLY), TALLY);
        backlog = (RawBacklog) Objects.requireNonNull(configs.get(BACKLOG), BACKLOG);
        Map<String, Object> connection = new HashMap<>();
        for (String name : new String[] {"bootstrap.servers", "group.id", "isolation.level"}) {
            connection.put(name, configs.get(name));
        }
        deleted = new DeletedLines(connection);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        backlog.polled(records.count());
        for (TopicPartition partition : records.partitions()) {
            if (Topics.ALL_RAW.matcher(partition.topic()).matches()) {
                long first = records.records(partition).get(0).offset();
                look(partition, first);
                OffsetAndMetadata after = records.nextOffsets().get(partition);
                if (after != null) {
                    next.put(partition, after.offset());
                }
            }
        }
        return records;
    }

    private void look(TopicPartition partition, long first) {
        long expected = next.getOrDefault(partition, -1L);
        if (first != expected) {
            // Another engine of the group may have gone on where this one stopped.
            long from = Math.max(expected, deleted.committed(partition).orElse(expected));
            if (from >= 0 && from < first) {
                tally.deleted(deleted.among(partition, from, first));
            }
        }
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // What is committed says nothing about what is lost.
    }

    @Override
    public void close() {
        deleted.close();
    }
}
