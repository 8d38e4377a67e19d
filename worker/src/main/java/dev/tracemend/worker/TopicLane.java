package dev.tracemend.worker;

import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.deliver.TransactionalDelivery;
import dev.tracemend.worker.deliver.TransactionalDelivery.Written;
import dev.tracemend.worker.lifecycle.Turn;
import dev.tracemend.worker.memory.FingerprintMemory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One topic's flow: something happens ({@link LaneEvents}), what is to be done about it is done elsewhere while this
 * thread keeps its place in the group, and the answer is written with the offset of what it answers. At most one work is in
 * hand; answers that need none are written together. For one thread.
 */
final class TopicLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLane.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration BUSY = Duration.ofMillis(50);

    private final String topic;
    private final BooleanSupplier stopping;
    private final WorkThreads threads;
    private final TopicShared shared;
    private final FingerprintMemory memory;
    private final TransactionalDelivery delivery;
    private final LaneBatch batch;
    private final LaneEvents events;
    private @Nullable InHand inHand;
    private boolean behind;

    /** Work that is going on, and where its partitions go on when it is answered. */
    private record InHand(
            int partition,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Turn.Work work,
            CompletableFuture<Answer> answer) {}

    TopicLane(WorkerConfig config, TopicShared shared, WorkThreads threads, BooleanSupplier stopping) {
        this.topic = shared.topic();
        this.shared = shared;
        this.threads = threads;
        this.stopping = stopping;
        this.batch = new LaneBatch(topic);
        this.memory = new FingerprintMemory(
                config.bootstrap(), topic, config.dataDir().resolve("memory"));
        this.delivery = new TransactionalDelivery(config.bootstrap(), topic);
        this.events = new LaneEvents(config, shared, memory, this::lost);
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
        flush();
        LOG.info("{}: done", topic);
    }

    /** One turn of the loop; false when all is answered that was to be. */
    private boolean step() {
        if (behind) {
            events.rewind();
            behind = false;
        }
        InHand holding = inHand;
        if (holding != null) {
            events.keepPlace(BUSY);
            if (inHand == null) {
                // Lost within the poll. Not resumed there: the poll would hand out a record that nobody takes.
                events.resume();
            } else if (holding.answer().isDone()) {
                finish(holding);
            }
            return true;
        }
        if (events.wantsToPoll() && !flush()) {
            return true;
        }
        LaneEvents.Event event = events.next(IDLE);
        if (event instanceof LaneEvents.Happened happened) {
            take(happened);
            return true;
        }
        return !(event instanceof LaneEvents.AllAnswered);
    }

    private void take(LaneEvents.Happened happened) {
        if (happened.turn() instanceof Turn.Written written) {
            add(written.answer(), happened.after());
        } else if (happened.turn() instanceof Turn.Work work) {
            add(work.before(), happened.before());
            if (flush()) {
                LOG.info("{} {}: work begins", topic, work.fingerprint());
                events.pause();
                inHand = new InHand(happened.partition(), happened.after(), work, threads.begin(topic, work));
            }
        }
    }

    private void add(Answer answer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        answer.memory().forEach((whose, entry) -> memory.put(whose.partition(), entry));
        batch.add(answer, offsets);
    }

    /** Writes what was gathered; false where that failed, and all goes on from what is committed. */
    private boolean flush() {
        if (batch.isEmpty()) {
            return true;
        }
        Written written = delivery.deliver(batch.offsets(), batch.answer(), events.membership());
        if (written == Written.COMMITTED) {
            batch.clear();
            return true;
        }
        startOver();
        return false;
    }

    /** Writes the answer; while the group is being shared out anew it stays in hand, and is lost or written later. */
    private void finish(InHand holding) {
        Answer answer = answer(holding);
        switch (delivery.deliver(holding.offsets(), answer, events.membership())) {
            case COMMITTED -> {
                for (Map.Entry<Answer.Memory, MemoryEntry> entry :
                        answer.memory().entrySet()) {
                    memory.put(entry.getKey().partition(), entry.getValue());
                    LOG.info(
                            "{} {}: {}",
                            topic,
                            entry.getKey().fingerprint(),
                            entry.getValue().state().word());
                }
                answer.metrics().forEach(shared.budget()::add);
                inHand = null;
                events.resume();
            }
            case STALE -> LOG.debug("{}: kept in hand", topic);
            case TOO_LARGE ->
                inHand = new InHand(
                        holding.partition(),
                        holding.offsets(),
                        holding.work(),
                        CompletableFuture.failedFuture(
                                new IllegalStateException("the result is larger than the broker takes in one record")));
            case BROKEN -> startOver();
        }
    }

    private Answer answer(InHand holding) {
        try {
            return holding.answer().join();
        } catch (CompletionException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            String fingerprint = holding.work().fingerprint();
            if (cause instanceof RetryLaterException) {
                LOG.info("{} {}: not possible now: {}", topic, fingerprint, cause.getMessage());
            } else {
                LOG.error("{} {}: the work broke", topic, fingerprint, cause);
            }
            return holding.work().broken().apply(cause);
        }
    }

    /** Forgets all that is not committed; the next turn reads on from what is. */
    private void startOver() {
        drop();
        batch.clear();
        memory.dropAll();
        behind = true;
    }

    private void drop() {
        if (inHand != null) {
            inHand.answer().cancel(false);
            inHand = null;
        }
    }

    private void lost(int partition) {
        memory.drop(partition);
        if (inHand != null && inHand.partition() == partition) {
            LOG.info(
                    "{} {}: another worker has taken over", topic, inHand.work().fingerprint());
            drop();
        }
    }

    @Override
    public void close() {
        events.close();
        delivery.close();
        memory.close();
    }
}
