package dev.tracemend.streams.ticks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker, as a group's offsets, how far an engine has read that keeps its own positions elsewhere: so its lag can
 * be seen like any other's. Nobody reads on from there. Not for use by many threads.
 */
public final class ReadPositions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPositions.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Admin admin;
    private final String group;
    private Map<TopicPartition, Long> told = Map.of();

    /** {@code connection} holds the settings by which a client finds the broker. */
    public ReadPositions(Map<String, Object> connection, String group) {
        this.group = group;
        admin = Admin.create(connection);
    }

    /** Tells the next offsets to read, where they have changed; returns at once. */
    public void tell(Map<TopicPartition, Long> next) {
        if (next.isEmpty() || next.equals(told)) {
            return;
        }
        told = Map.copyOf(next);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, offsets).all().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debug("the broker does not take the positions of {}", group, failure);
            }
        });
    }

    @Override
    public void close() {
        admin.close(CLOSING);
    }
}
