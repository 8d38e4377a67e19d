package dev.tracemend.status.probe;

import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest step of a deployment that the broker knows; belongs to one thread. */
final class DeploymentReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentReading.class);
    private static final TopicPartition EVENTS = new TopicPartition(Topics.DEPLOY_EVENTS, 0);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private Optional<DeployEvent> last = Optional.empty();

    DeploymentReading(String bootstrap, int patienceMs) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "tracemend-status-deployment",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patienceMs,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        patienceMs),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Empty where nothing was ever deployed through this broker. */
    Optional<DeployEvent> read() {
        if (consumer.assignment().isEmpty()) {
            if (consumer.partitionsFor(Topics.DEPLOY_EVENTS).isEmpty()) {
                return last;
            }
            consumer.assign(List.of(EVENTS));
            seekToLast();
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(GLANCE)) {
            try {
                last = Optional.of(Wire.deployEvent(record.value()));
            } catch (MalformedRecordException e) {
                LOG.warn("{} at offset {} is no step of a deployment: {}", EVENTS, record.offset(), e.getMessage());
            }
        }
        return last;
    }

    private void seekToLast() {
        long first = consumer.beginningOffsets(List.of(EVENTS)).getOrDefault(EVENTS, 0L);
        long end = consumer.endOffsets(List.of(EVENTS)).getOrDefault(EVENTS, 0L);
        consumer.seek(EVENTS, Math.max(first, end - 1));
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
