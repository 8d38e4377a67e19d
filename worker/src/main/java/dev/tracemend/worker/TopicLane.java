package dev.tracemend.worker;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.deliver.ResultTranslation;
import dev.tracemend.worker.deliver.TransactionalDelivery;
import dev.tracemend.worker.deliver.TransactionalDelivery.Written;
import dev.tracemend.worker.intake.Backlog;
import dev.tracemend.worker.intake.ContextIntake;
import dev.tracemend.worker.intake.ContextReading;
import dev.tracemend.worker.intake.TaskTranslation;
import dev.tracemend.worker.memory.FingerprintMemory;
import dev.tracemend.worker.memory.Remembrance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic's flow: a context is read, its cause looked up, the work done elsewhere while this thread keeps its place in
 * the group, and the answer written. At most one context is in hand. For one thread.
 */
final class TopicLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLane.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration BUSY = Duration.ofMillis(50);

    private final String topic;
    private final boolean once;
    private final FixWork work;
    private final BooleanSupplier stopping;
    private final Backlog backlog;
    private final ContextIntake intake;
    private final FingerprintMemory memory;
    private final TransactionalDelivery delivery;
    private final ResultTranslation results = new ResultTranslation(Clock.systemUTC());
    private @Nullable InHand inHand;
    private boolean behind;

    /** A context whose work is going on. */
    private record InHand(
            ConsumerRecord<byte[], byte[]> record, ErrorContext context, CompletableFuture<FixOutcome> outcome) {}

    TopicLane(WorkerConfig config, String topic, FixWork work, BooleanSupplier stopping) {
        this.topic = topic;
        this.once = config.once();
        this.work = work;
        this.stopping = stopping;
        this.backlog = new Backlog(config.bootstrap(), topic, config.groupOf(topic));
        this.memory = new FingerprintMemory(config.bootstrap(), topic);
        this.delivery = new TransactionalDelivery(config.bootstrap(), topic);
        this.intake = new ContextIntake(
                config.bootstrap(), topic, config.groupOf(topic), config.sessionTimeout(), this::lost);
    }

    void run() {
        LOG.info("{}: waiting for contexts", topic);
        boolean more = true;
        while (more && (inHand != null || !stopping.getAsBoolean())) {
            try {
                more = step();
            } catch (RetriableException passing) {
                LOG.warn("{}: {}; going on from what is committed", topic, passing.getMessage());
                startOver();
            }
        }
        LOG.info("{}: done", topic);
    }

    /** One turn of the loop; false when all is answered that was to be. */
    private boolean step() {
        if (behind) {
            intake.rewind();
            behind = false;
        }
        InHand holding = inHand;
        if (holding != null) {
            intake.poll(BUSY);
            if (inHand == null) {
                // Lost within the poll. Not resumed there: the poll would hand out a record that nobody takes.
                intake.resume();
            } else if (holding.outcome().isDone()) {
                finish(holding);
            }
            return true;
        }
        Optional<ConsumerRecord<byte[], byte[]>> next = intake.poll(IDLE);
        if (next.isPresent()) {
            take(next.get());
            return true;
        }
        return !once || !backlog.isAnswered();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        ContextReading reading = ContextReading.of(record, topic);
        if (reading instanceof ContextReading.Unreadable unreadable) {
            LOG.warn(
                    "{}: context at {}-{} is unreadable: {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    unreadable.reason());
            deliver(record, Answer.deadLetter(record, unreadable.reason()));
            return;
        }
        ErrorContext context = ((ContextReading.Readable) reading).context();
        String resultId = ResultTranslation.idOf(context);
        Optional<MemoryEntry> known = memory.find(record.partition(), context.fingerprint());
        if (known.isPresent() && known.get().answered().contains(resultId)) {
            LOG.info("{} {}: context {} is answered already", topic, context.fingerprint(), context.id());
            deliver(record, Answer.none());
        } else if (known.isPresent()) {
            FixResult repeat = results.repeat(context, known.get());
            LOG.info("{} {}: seen before, {} errors more", topic, context.fingerprint(), context.count());
            MemoryEntry entry = Remembrance.again(known.get(), context, repeat);
            if (deliver(record, Answer.of(repeat, entry, topic, record.partition()))) {
                memory.put(record.partition(), entry);
            }
        } else {
            LOG.info("{} {}: looking into: {}", topic, context.fingerprint(), context.title());
            intake.pause();
            inHand = new InHand(record, context, work.begin(topic, TaskTranslation.of(context)));
        }
    }

    /** Writes the answer; while the group is being shared out anew it stays in hand, and is lost or written later. */
    private void finish(InHand holding) {
        FixResult result = result(holding);
        MemoryEntry entry = Remembrance.first(holding.context(), result);
        ConsumerRecord<byte[], byte[]> record = holding.record();
        Answer answer = Answer.of(result, entry, topic, record.partition());
        switch (delivery.deliver(record, answer, intake.membership())) {
            case COMMITTED -> {
                LOG.info(
                        "{} {}: {} ({})",
                        topic,
                        result.fingerprint(),
                        result.verdict().word(),
                        result.summary());
                memory.put(record.partition(), entry);
                inHand = null;
                intake.resume();
            }
            case STALE -> LOG.debug("{}: kept in hand", topic);
            case TOO_LARGE ->
                inHand = new InHand(
                        record,
                        holding.context(),
                        CompletableFuture.failedFuture(
                                new IllegalStateException("the result is larger than the broker takes in one record")));
            case BROKEN -> startOver();
        }
    }

    private FixResult result(InHand holding) {
        try {
            return results.answer(holding.context(), holding.outcome().join());
        } catch (CompletionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            LOG.error("{} {}: the work broke", topic, holding.context().fingerprint(), cause);
            return results.failure(holding.context(), cause);
        }
    }

    private boolean deliver(ConsumerRecord<byte[], byte[]> record, Answer answer) {
        boolean written = delivery.deliver(record, answer, intake.membership()) == Written.COMMITTED;
        if (!written) {
            startOver();
        }
        return written;
    }

    /** Forgets all that is not committed; the next turn reads on from what is. */
    private void startOver() {
        drop();
        memory.dropAll();
        behind = true;
    }

    private void drop() {
        if (inHand != null) {
            inHand.outcome().cancel(false);
            inHand = null;
        }
    }

    private void lost(int partition) {
        memory.drop(partition);
        if (inHand != null && inHand.record().partition() == partition) {
            LOG.info(
                    "{} {}: another worker has taken over",
                    topic,
                    inHand.context().fingerprint());
            drop();
        }
    }

    @Override
    public void close() {
        intake.close();
        delivery.close();
        memory.close();
        backlog.close();
    }
}
