package dev.tracemend.streams.ticks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how many of the records that an engine went on without were deleted by their retention before it read them, and
 * warns of them: a consumer that is too slow is sent on to the oldest record there is without a word. Not for use by many
 * threads.
 */
public final class DeletedLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeletedLines.class);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** {@code connection} holds the settings by which a client finds the broker and, for {@link #committed}, its group. */
    public DeletedLines(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("default.api.timeout.ms", "3000");
        settings.put("request.timeout.ms", "2500");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Of the offsets from {@code from} to below {@code to}, which were skipped: how many lie before the oldest record. */
    public long among(TopicPartition partition, long from, long to) {
        try {
            long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long deleted = Math.max(0, Math.min(oldest, to) - from);
            if (deleted > 0) {
                LOG.warn(
                        "{} records of {} were deleted before they were read, offsets {} to {}; let the topic keep its"
                                + " records longer (retention.ms), or give the windows more processors",
                        deleted,
                        partition,
                        from,
                        from + deleted - 1);
            }
            return deleted;
        } catch (KafkaException e) {
            LOG.warn(
                    "{}: offsets {} to {} were skipped, and whether they were deleted is unknown",
                    partition,
                    from,
                    to,
                    e);
            return 0;
        }
    }

    /** The next offset that the group has still to read; empty where it has read nothing, or the broker does not say. */
    public OptionalLong committed(TopicPartition partition) {
        try {
            OffsetAndMetadata next = consumer.committed(Set.of(partition)).get(partition);
            return next == null ? OptionalLong.empty() : OptionalLong.of(next.offset());
        } catch (KafkaException e) {
            LOG.warn("{}: where the windows stopped is unknown, so nobody knows whether lines are lost", partition, e);
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
