package dev.tracemend.worker.intake;

import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a context once more from its topic, as long as that keeps it. For one thread. */
public final class ContextArchive implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Connects with the first read. */
    public ContextArchive(String bootstrap, String topic) {
        this.topic = topic;
        this.consumer = ReadingConsumer.of(bootstrap, "", 1);
    }

    /** The context at a place, if it is still there. */
    public Optional<ErrorContext> read(ContextPlace place) {
        if (place.offset() < 0) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(Topics.ctx(topic), place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST.dividedBy(10))) {
                return record.offset() == place.offset()
                                && ContextReading.of(record, topic) instanceof ContextReading.Readable readable
                        ? Optional.of(readable.context())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
