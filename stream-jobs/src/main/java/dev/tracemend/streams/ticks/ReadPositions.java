package dev.tracemend.streams.ticks;

import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker, as the offsets of a group without members, how far an engine has read, and beside each offset, as its
 * metadata, {@link WindowProgress}: so anybody who asks the broker sees lag, event time and state size. Nobody reads on
 * from there. Not for use by many threads.
 */
public final class ReadPositions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPositions.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Admin admin;
    private final String group;
    private final String engine;
    private Map<TopicPartition, Long> told = Map.of();

    /** {@code connection} holds the settings by which a client finds the broker; {@code engine} is the engine's name. */
    public ReadPositions(Map<String, Object> connection, String group, String engine) {
        this.group = group;
        this.engine = engine;
        admin = Admin.create(connection);
    }

    /**
     * Tells the next offsets to read, where they have changed; returns at once.
     *
     * @param watermarks event time in milliseconds by short topic name
     */
    public void tell(Map<TopicPartition, Long> next, Map<String, Long> watermarks, StateSize size) {
        if (next.isEmpty() || next.equals(told)) {
            return;
        }
        told = Map.copyOf(next);
        double now = System.currentTimeMillis() / 1000.0;
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) -> {
            double watermark = watermarks.getOrDefault(Topics.shortName(partition.topic()), 0L) / 1000.0;
            WindowProgress beside = new WindowProgress(1, engine, now, watermark, size.states(), size.bytes());
            String metadata = new String(Wire.write(beside), StandardCharsets.UTF_8);
            offsets.put(partition, new OffsetAndMetadata(offset, metadata));
        });
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
