package dev.tracemend.worker.deliver;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an answer and the offsets of what it answers in one transaction. The transaction is opened when the work is done, so
 * it is short, and one that a dead worker left behind ends soon. For one thread.
 */
public final class TransactionalDelivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalDelivery.class);
    private static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(10);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(8);

    private final String bootstrap;
    private final String topic;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** Connects with the first delivery. */
    public TransactionalDelivery(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
    }

    /** What became of a delivery. */
    public enum Written {
        /** All of it is there. */
        COMMITTED,
        /** Nothing is there: the group is being shared out anew. Poll, and try again if the partition is still owned. */
        STALE,
        /** Nothing is there, and never will be: a record is larger than the broker takes. */
        TOO_LARGE,
        /** Broken off, perhaps after it was committed: what is committed has to be read again. */
        BROKEN
    }

    /**
     * Writes all of it, or nothing.
     *
     * @param offsets where each partition goes on; at least one, for by them the broker looks at the membership
     * @param membership of the consumer that owns the partitions; the broker refuses a stale one
     */
    public Written deliver(
            Map<TopicPartition, OffsetAndMetadata> offsets, Answer answer, ConsumerGroupMetadata membership) {
        try {
            KafkaProducer<byte[], byte[]> open = open();
            open.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : answer.records()) {
                open.send(record);
            }
            open.sendOffsetsToTransaction(offsets, membership);
            open.commitTransaction();
            return Written.COMMITTED;
        } catch (CommitFailedException | RebalanceInProgressException stale) {
            LOG.info("the group of {} is being shared out anew: {}", topic, stale.getMessage());
            giveUp();
            return Written.STALE;
        } catch (KafkaException | IllegalStateException e) {
            LOG.info(
                    "the answer up to {} was broken off ({}); going on from what is committed",
                    offsets,
                    e.getMessage());
            giveUp();
            return isTooLarge(e) ? Written.TOO_LARGE : Written.BROKEN;
        }
    }

    private static boolean isTooLarge(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(RecordTooLargeException.class::isInstance);
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tracemend-worker-" + topic + "-" + UUID.randomUUID());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_LIMIT.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) TRANSACTION_LIMIT.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SEND_LIMIT.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SEND_LIMIT.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "4194304");
        return settings;
    }

    /** Aborts where that is still possible. A new producer has a new id, so nothing of the old one can be revived. */
    private void giveUp() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open == null) {
            return;
        }
        try {
            open.abortTransaction();
        } catch (KafkaException | IllegalStateException fenced) {
            LOG.debug("nothing to abort", fenced);
        } finally {
            open.close(Duration.ZERO);
        }
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ofSeconds(2));
        }
    }
}
