package dev.tracemend.worker.intake;

import dev.tracemend.contracts.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the contexts of one topic as a member of a group. While it is paused it hands out nothing but keeps its membership
 * as long as {@link #keepPlace} is called, however long the work takes. For one thread.
 */
public final class ContextIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContextIntake.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final IntConsumer taken;
    private final IntConsumer lost;
    private final Deque<ConsumerRecord<byte[], byte[]>> atHand = new ArrayDeque<>();
    private boolean paused;

    /**
     * Joins the group with the first poll.
     *
     * @param taken told, within a poll, of each partition that is this worker's from now on
     * @param lost told, within a poll, of each partition that is another worker's from now on
     */
    public ContextIntake(
            String bootstrap,
            String topic,
            String group,
            Duration sessionTimeout,
            IntConsumer taken,
            IntConsumer lost) {
        this.topic = Topics.ctx(topic);
        this.taken = taken;
        this.lost = lost;
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "200");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) sessionTimeout.toMillis());
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) sessionTimeout.toMillis() / 4);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.ctx(topic)), new Rebalance());
    }

    /** Whether the next record has to be asked for, so that its partition may be lost before it is here. */
    public boolean isEmpty() {
        return atHand.isEmpty();
    }

    /** The next record, or none within the time. */
    public Optional<ConsumerRecord<byte[], byte[]>> next(Duration time) {
        if (atHand.isEmpty()) {
            consumer.poll(time).forEach(atHand::add);
        }
        return Optional.ofNullable(atHand.poll());
    }

    /** Tells the group, while paused, that this member is alive. */
    public void keepPlace(Duration time) {
        consumer.poll(time).forEach(atHand::add);
    }

    /** The partitions that are this worker's now. */
    public Set<Integer> owned() {
        return consumer.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** How many partitions the topic has. */
    public int partitions() {
        return consumer.partitionsFor(topic).size();
    }

    /** Where a partition goes on: all before it was handed out. */
    public Map<TopicPartition, OffsetAndMetadata> place(int partition) {
        TopicPartition mine = new TopicPartition(topic, partition);
        long next = atHand.stream()
                .filter(record -> record.partition() == partition)
                .mapToLong(ConsumerRecord::offset)
                .findFirst()
                .orElseGet(() -> consumer.position(mine));
        return Map.of(mine, new OffsetAndMetadata(next));
    }

    /** Hands out nothing from now on. */
    public void pause() {
        paused = true;
        consumer.pause(consumer.assignment());
    }

    /** Goes on handing out records. */
    public void resume() {
        paused = false;
        consumer.resume(consumer.assignment());
    }

    /** Goes back to what is committed, on every partition, and resumes. */
    public void rewind() {
        atHand.clear();
        Set<TopicPartition> mine = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(mine);
        for (TopicPartition partition : mine) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        resume();
    }

    /** Proves the membership in the group to a transaction. */
    public ConsumerGroupMetadata membership() {
        return consumer.groupMetadata();
    }

    /** Leaves the group. */
    @Override
    public void close() {
        consumer.close();
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                LOG.info("took over {}", partitions);
            }
            if (paused) {
                consumer.pause(partitions);
            }
            partitions.forEach(partition -> taken.accept(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            atHand.removeIf(record -> partitions.contains(new TopicPartition(topic, record.partition())));
            partitions.forEach(partition -> lost.accept(partition.partition()));
        }
    }
}
