package dev.tracemend.worker;

import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.intake.Backlog;
import dev.tracemend.worker.intake.ContextArchive;
import dev.tracemend.worker.intake.ContextIntake;
import dev.tracemend.worker.intake.ContextReading;
import dev.tracemend.worker.intake.Incoming;
import dev.tracemend.worker.intake.NoticeBoard;
import dev.tracemend.worker.intake.RetryIntake;
import dev.tracemend.worker.intake.TaskContext;
import dev.tracemend.worker.lifecycle.Turn;
import dev.tracemend.worker.memory.FingerprintMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that can happen in a lane, one thing at a time: decisions and tasks first, then what is due, then contexts that
 * waited, then new ones. Each comes with what is to be done about it. For one thread.
 */
final class LaneEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneEvents.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final TopicShared shared;
    private final FingerprintMemory memory;
    private final Path workspace;
    private final boolean once;
    private final Backlog backlog;
    private final ContextIntake intake;
    private final RetryIntake retries;
    private final NoticeBoard notices;
    private final ContextArchive archive;
    private final Deque<Incoming> again = new ArrayDeque<>();
    private boolean takenOver;
    private long lookedAt = System.nanoTime() - LOOK.toNanos();

    /** One thing, or none. */
    sealed interface Event {}

    /**
     * Something happened.
     *
     * @param before offsets that prove the membership and answer nothing
     * @param after offsets that say it is answered
     */
    record Happened(
            int partition,
            Turn turn,
            Map<TopicPartition, OffsetAndMetadata> before,
            Map<TopicPartition, OffsetAndMetadata> after)
            implements Event {}

    /** Nothing happened for a while. */
    record Quiet() implements Event {}

    /** What was there at the start is answered, and more was not asked for. */
    record AllAnswered() implements Event {}

    LaneEvents(WorkerConfig config, TopicShared shared, FingerprintMemory memory, IntConsumer lost) {
        String group = config.groupOf(shared.topic());
        this.shared = shared;
        this.memory = memory;
        this.workspace = config.workspace();
        this.once = config.once();
        this.backlog = new Backlog(config.bootstrap(), shared.topic(), group);
        this.retries = new RetryIntake(config.bootstrap(), shared.topic(), group);
        this.notices = new NoticeBoard(config.bootstrap(), metric -> {
            if (metric.container().equals(shared.topic())) {
                shared.budget().add(metric);
            }
        });
        this.archive = new ContextArchive(config.bootstrap(), shared.topic());
        this.intake = new ContextIntake(
                config.bootstrap(),
                shared.topic(),
                group,
                config.sessionTimeout(),
                partition -> takenOver = true,
                lost);
        notices.catchUp();
    }

    /** Whether {@link #next} may give partitions away, so that what was gathered has to be written first. */
    boolean wantsToPoll() {
        return intake.isEmpty();
    }

    /** The next thing, waited for a while. */
    Event next(Duration time) {
        if (takenOver) {
            notices.startOver();
            retries.own(intake.owned());
            takenOver = false;
        }
        Optional<Happened> other = others();
        if (other.isPresent()) {
            return other.get();
        }
        Optional<ConsumerRecord<byte[], byte[]>> record = intake.next(time);
        if (record.isPresent()) {
            return context(record.get(), false);
        }
        boolean done = once && backlog.isAnswered() && !retries.isWaiting();
        return done ? new AllAnswered() : new Quiet();
    }

    /** What is no new context; looked for now and then, for a storm of contexts must not wait for it. */
    private Optional<Happened> others() {
        boolean soon = System.nanoTime() - lookedAt < LOOK.toNanos();
        if (soon && !intake.isEmpty()) {
            return Optional.empty();
        }
        retries.own(intake.owned());
        Optional<Happened> other = notice().or(this::due).or(this::retry);
        if (other.isEmpty()) {
            lookedAt = System.nanoTime();
        }
        return other;
    }

    private Optional<Happened> notice() {
        Incoming asked = again.poll();
        if (asked != null) {
            return Optional.of(happened(asked.partition(), desk(asked), place(asked.partition())));
        }
        Optional<NoticeBoard.Notice> next = notices.next();
        while (next.isPresent()) {
            Optional<Happened> follows = next.get() instanceof NoticeBoard.Notice.Decided decided
                    ? decided(decided.response())
                    : asked((NoticeBoard.Notice.Asked) next.get());
            if (follows.isPresent()) {
                return follows;
            }
            next = notices.next();
        }
        return Optional.empty();
    }

    private Optional<Happened> decided(ApprovalResponse said) {
        for (int partition : intake.owned()) {
            Optional<MemoryEntry> known = memory.ofResult(partition, said.id());
            if (known.isPresent()) {
                Optional<Turn> turn = shared.desk().decision(known.get(), said, partition);
                if (turn.isPresent() && said.decision() == Decision.RETRY) {
                    archive.read(known.get().place())
                            .ifPresent(context -> again.add(Incoming.again(context, known.get(), partition)));
                }
                return turn.map(one -> happened(partition, one, place(partition)));
            }
        }
        return Optional.empty();
    }

    private Optional<Happened> asked(NoticeBoard.Notice.Asked asked) {
        AgentTask task = asked.task();
        int partition = TaskContext.partition(task, intake.partitions());
        if (!task.topic().equals(shared.topic()) || !intake.owned().contains(partition)) {
            return Optional.empty();
        }
        if (!task.workspace().isBlank() && !workspace.endsWith(task.workspace())) {
            LOG.warn(
                    "task {} is for the checkout {} and is passed over here, in {}",
                    task.id(),
                    task.workspace(),
                    workspace);
            return Optional.empty();
        }
        Incoming in = TaskContext.of(task, partition, asked.sent());
        Turn turn = desk(in);
        boolean nothing = turn instanceof Turn.Written written
                && written.answer().records().isEmpty();
        return nothing ? Optional.empty() : Optional.of(happened(partition, turn, place(partition)));
    }

    private Optional<Happened> due() {
        double now = Instant.now().toEpochMilli() / 1_000.0;
        for (int partition : intake.owned()) {
            List<MemoryEntry> due = memory.due(partition, now, 1);
            if (!due.isEmpty()) {
                return Optional.of(happened(partition, shared.desk().due(due.get(0), partition), place(partition)));
            }
        }
        return Optional.empty();
    }

    private Optional<Happened> retry() {
        return retries.due(Instant.now()).map(record -> context(record, true));
    }

    private Happened context(ConsumerRecord<byte[], byte[]> record, boolean waited) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Map<TopicPartition, OffsetAndMetadata> before = Map.of(partition, new OffsetAndMetadata(record.offset()));
        Map<TopicPartition, OffsetAndMetadata> after = Map.of(partition, new OffsetAndMetadata(record.offset() + 1));
        ContextReading reading = ContextReading.of(record, shared.topic());
        if (reading instanceof ContextReading.Unreadable unreadable) {
            LOG.warn("{} at {} is unreadable: {}", partition, record.offset(), unreadable.reason());
            Answer letter = new Answer(shared.topic()).deadLetter(record, unreadable.reason());
            return new Happened(record.partition(), new Turn.Written(letter), before, after);
        }
        ErrorContext context = ((ContextReading.Readable) reading).context();
        Incoming in = waited ? Incoming.waited(record, context) : Incoming.fresh(record, context);
        return new Happened(record.partition(), desk(in), before, after);
    }

    private Turn desk(Incoming in) {
        return shared.desk().context(memory.find(in.partition(), in.context().fingerprint()), in);
    }

    private Map<TopicPartition, OffsetAndMetadata> place(int partition) {
        return intake.place(partition);
    }

    private static Happened happened(int partition, Turn turn, Map<TopicPartition, OffsetAndMetadata> place) {
        return new Happened(partition, turn, place, place);
    }

    void keepPlace(Duration time) {
        intake.keepPlace(time);
    }

    void pause() {
        intake.pause();
    }

    void resume() {
        intake.resume();
    }

    /** Reads on from what is committed. */
    void rewind() {
        again.clear();
        intake.rewind();
        retries.rewind();
        notices.startOver();
    }

    ConsumerGroupMetadata membership() {
        return intake.membership();
    }

    @Override
    public void close() {
        intake.close();
        retries.close();
        notices.close();
        archive.close();
        backlog.close();
    }
}
