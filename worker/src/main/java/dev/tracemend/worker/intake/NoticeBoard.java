package dev.tracemend.worker.intake;

import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to all workers: decisions of people, tasks, and what attempts took. Anybody may write these topics with any
 * key, so every worker reads all of them and acts on what concerns a partition it owns; as the memory knows what was acted
 * on, a worker that takes over a partition reads them again from their begin. For one thread.
 */
public final class NoticeBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeBoard.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<WorkMetric> metrics;
    private final List<TopicPartition> spoken;
    private final List<TopicPartition> counted;
    private final Deque<Notice> atHand = new ArrayDeque<>();

    /** Something that concerns a worker. */
    public sealed interface Notice {
        /** What a person decided. */
        record Decided(ApprovalResponse response) implements Notice {}

        /** Work by hand; it was written at that time, seconds since the epoch. */
        record Asked(AgentTask task, double sent) implements Notice {}
    }

    /**
     * Connects.
     *
     * @param metrics told of each attempt of the last day
     */
    public NoticeBoard(String bootstrap, Consumer<WorkMetric> metrics) {
        this.consumer = ReadingConsumer.of(bootstrap, "", MOST);
        this.metrics = metrics;
        this.spoken = new ArrayList<>(partitions(Topics.APPROVAL_RESPONSES));
        spoken.addAll(partitions(Topics.TASKS));
        this.counted = partitions(Topics.METRICS);
        List<TopicPartition> all = new ArrayList<>(spoken);
        all.addAll(counted);
        consumer.assign(all);
        consumer.seekToBeginning(spoken);
        seekToYesterday();
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void seekToYesterday() {
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> begins = consumer.offsetsForTimes(
                counted.stream().collect(Collectors.toMap(partition -> partition, partition -> yesterday)));
        for (TopicPartition partition : counted) {
            OffsetAndTimestamp begin = begins.get(partition);
            if (begin == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, begin.offset());
            }
        }
    }

    /** Reads what was spent before, half a minute at most. */
    public void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(counted);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (isBehind(ends) && System.nanoTime() < deadline) {
            take(POLL);
        }
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** Says again what was said, for a partition that was just taken over. */
    public void startOver() {
        atHand.clear();
        consumer.seekToBeginning(spoken);
    }

    /** The next notice, if one is there. */
    public Optional<Notice> next() {
        if (atHand.isEmpty()) {
            take(Duration.ZERO);
        }
        return Optional.ofNullable(atHand.poll());
    }

    private void take(Duration time) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(time)) {
            try {
                take(record);
            } catch (MalformedRecordException e) {
                LOG.warn(
                        "{}-{} at {} is passed over: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        double sent = record.timestamp() / 1_000.0;
        if (record.topic().equals(Topics.METRICS)) {
            metrics.accept(Wire.workMetric(record.value()));
        } else if (record.topic().equals(Topics.TASKS)) {
            atHand.add(new Notice.Asked(named(Wire.agentTask(record.value()), record), sent));
        } else {
            ApprovalResponse said = Wire.approvalResponse(record.value());
            double ts = said.ts() > 0 ? said.ts() : sent;
            atHand.add(new Notice.Decided(
                    new ApprovalResponse(said.v(), said.id(), said.decision(), said.by(), said.comment(), ts)));
        }
    }

    /** A record keeps its place, so a task without a name gets the same one from every reader. */
    private static AgentTask named(AgentTask task, ConsumerRecord<byte[], byte[]> record) {
        String id = task.id().isEmpty() ? "task-" + record.partition() + "-" + record.offset() : task.id();
        return new AgentTask(
                task.v(),
                id,
                task.topic(),
                task.task(),
                task.workspace(),
                task.constraints(),
                task.requestedBy(),
                task.ts());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
