package dev.tracemend.worker.memory;

import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
 * and kept, on disk, until it is dropped. For one thread.
 */
public final class FingerprintMemory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FingerprintMemory.class);
    /** Longer than a dead worker's open transaction can hold back the end of the topic. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(100);

    private final String shortName;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> written;
    private final StoreFolder folder;
    private final CauseStore causes;
    private final Set<Integer> read = new HashSet<>();

    /**
     * Connects; nothing is read yet.
     *
     * @param parent folder below which the view is kept as long as this is open
     */
    public FingerprintMemory(String bootstrap, String topic, Path parent) {
        this.shortName = topic;
        this.topic = Topics.memory(topic);
        this.committed = consumer(bootstrap, "read_committed");
        this.written = consumer(bootstrap, "read_uncommitted");
        this.folder = StoreFolder.in(parent);
        this.causes = new CauseStore(folder.path());
    }

    /** What is known of a cause; reads the partition first if it was not read yet. */
    public Optional<MemoryEntry> find(int partition, String fingerprint) {
        read(partition);
        return causes.find(partition, fingerprint);
    }

    /** The cause that a result stands for. */
    public Optional<MemoryEntry> ofResult(int partition, String resultId) {
        read(partition);
        return causes.ofResult(partition, resultId);
    }

    /** Causes of which something is due by then, seconds since the epoch; at most so many. */
    public List<MemoryEntry> due(int partition, double now, int most) {
        read(partition);
        return causes.due(partition, now, most);
    }

    /** Remembers what is being committed; where that fails, {@link #dropAll} follows. */
    public void put(int partition, MemoryEntry entry) {
        read(partition);
        causes.put(partition, entry);
    }

    /** Forgets a partition that another worker may write from now on. */
    public void drop(int partition) {
        if (read.remove(partition)) {
            causes.drop(partition);
        }
    }

    /** Forgets everything; it is read again when asked for. */
    public void dropAll() {
        Set.copyOf(read).forEach(this::drop);
    }

    private void read(int partition) {
        if (!read.contains(partition)) {
            causes.drop(partition);
            fill(new TopicPartition(topic, partition));
            read.add(partition);
        }
    }

    /**
     * Reads up to the end of what is written, committed or not: a transaction that is still being completed when this
     * worker takes over is waited for.
     */
    private void fill(TopicPartition partition) {
        long end = written.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        committed.assign(List.of(partition));
        committed.seekToBeginning(List.of(partition));
        long deadline = System.nanoTime() + LONGEST_READ.toNanos();
        while (committed.position(partition) < end) {
            committed.poll(POLL).forEach(this::add);
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the end of " + partition + " was not reached in " + LONGEST_READ.toSeconds()
                        + " s; an unfinished transaction may hold it back");
            }
        }
        LOG.debug("{}: read up to {}", partition, end);
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            MemoryEntry entry = Wire.memoryEntry(record.value());
            // Entries of older workers name no topic.
            causes.put(record.partition(), CauseDraft.of(entry).topic(shortName).entry(entry.ts()));
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
        causes.close();
        folder.close();
    }
}
