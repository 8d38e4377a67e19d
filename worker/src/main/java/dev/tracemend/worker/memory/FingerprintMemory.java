package dev.tracemend.worker.memory;

import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The committed memory of the partitions this worker owns. A partition is read to its end when it is first asked for
 * and kept until it is dropped. For one thread.
 */
public final class FingerprintMemory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FingerprintMemory.class);
    /** Longer than a dead worker's open transaction can hold back the end of the topic. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> written;
    private final Map<Integer, Map<String, MemoryEntry>> partitions = new HashMap<>();

    /** Connects; nothing is read yet. */
    public FingerprintMemory(String bootstrap, String topic) {
        this.topic = Topics.memory(topic);
        this.committed = consumer(bootstrap, "read_committed");
        this.written = consumer(bootstrap, "read_uncommitted");
    }

    /** What is known of a cause; reads the partition first if it was not read yet. */
    public Optional<MemoryEntry> find(int partition, String fingerprint) {
        return Optional.ofNullable(entries(partition).get(fingerprint));
    }

    /** Remembers what was just committed. */
    public void put(int partition, MemoryEntry entry) {
        entries(partition).put(entry.fingerprint(), entry);
    }

    /** Forgets a partition that another worker may write from now on. */
    public void drop(int partition) {
        partitions.remove(partition);
    }

    /** Forgets everything; it is read again when asked for. */
    public void dropAll() {
        partitions.clear();
    }

    private Map<String, MemoryEntry> entries(int partition) {
        Map<String, MemoryEntry> known = partitions.get(partition);
        if (known == null) {
            known = read(new TopicPartition(topic, partition));
            partitions.put(partition, known);
        }
        return known;
    }

    /**
     * Reads up to the end of what is written, committed or not: a transaction that is still being completed when this
     * worker takes over is waited for.
     */
    private Map<String, MemoryEntry> read(TopicPartition partition) {
        long end = written.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        committed.assign(List.of(partition));
        committed.seekToBeginning(List.of(partition));
        Map<String, MemoryEntry> entries = new HashMap<>();
        long deadline = System.nanoTime() + LONGEST_READ.toNanos();
        while (committed.position(partition) < end) {
            committed.poll(POLL).forEach(record -> add(record, entries));
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the end of " + partition + " was not reached in " + LONGEST_READ.toSeconds()
                        + " s; an unfinished transaction may hold it back");
            }
        }
        LOG.debug("{}: {} causes known", partition, entries.size());
        return entries;
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Map<String, MemoryEntry> entries) {
        if (record.value() == null) {
            return;
        }
        try {
            MemoryEntry entry = Wire.memoryEntry(record.value());
            entries.put(entry.fingerprint(), entry);
        } catch (MalformedRecordException foreign) {
            LOG.warn(
                    "{}-{} at {} is no memory entry and is passed over: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    foreign.getMessage());
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String isolation) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        committed.close();
        written.close();
    }
}
