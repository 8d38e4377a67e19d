package dev.tracemend.worker;

import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.worker.deliver.Handover;
import dev.tracemend.worker.intake.BrokerDoor;
import dev.tracemend.worker.lifecycle.CauseDesk;
import dev.tracemend.worker.lifecycle.CheckoutCode;
import dev.tracemend.worker.policy.BudgetLedger;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.StormBreaker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers each context of its topics with exactly one result. {@link #run} blocks its thread; {@link #stop} and {@link
 * #close} may be called from any other; an interrupt ends it at once, and what was in hand is
 * done again by whoever reads it next.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long DRAIN_SECONDS = 120;
    private static final long LEAVE_MILLIS = 5_000;

    private final WorkerConfig config;
    private final Fixer fixer;
    private final Handover handover;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean running;

    /** A worker that has not begun and delivers patches nowhere. */
    public Worker(WorkerConfig config, Fixer fixer) {
        this(config, fixer, Handover.nowhere());
    }

    /** A worker that has not begun. */
    public Worker(WorkerConfig config, Fixer fixer, Handover handover) {
        this.config = config;
        this.fixer = fixer;
        this.handover = handover;
    }

    /**
     * Works until {@link #stop}, or with {@code once} until all contexts that were there at the start are answered.
     *
     * @throws WorkerStartException when broker, topics or workspace cannot be used; nothing was read then
     */
    public void run() {
        running = true;
        try {
            checkWorkspace();
            checkBroker();
            work();
        } finally {
            ended.countDown();
        }
    }

    /** Asks the worker to finish the record in hand and leave; returns at once. */
    public void stop() {
        stopping = true;
    }

    /** Stops and waits until the record in hand is done, two minutes at most. */
    @Override
    public void close() {
        stop();
        if (!running) {
            return;
        }
        try {
            if (!ended.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the record in hand was not finished within {} s; it will be done again", DRAIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkWorkspace() {
        try {
            Checkout.open(config.workspace());
        } catch (CheckoutException e) {
            throw new WorkerStartException(String.valueOf(e.getMessage()));
        }
    }

    private void checkBroker() {
        Optional<String> problem = BrokerDoor.problem(config.bootstrap(), config.topics(), config.startLimit());
        if (problem.isPresent()) {
            throw new WorkerStartException(problem.get());
        }
    }

    private void work() {
        List<Throwable> broken = Collections.synchronizedList(new ArrayList<>());
        WorkThreads threads = new WorkThreads(config.concurrency());
        List<Thread> lanes = new ArrayList<>();
        CheckoutCode code = new CheckoutCode(config.workspace());
        for (String topic : config.topics()) {
            TopicShared shared = shared(topic, code);
            for (int i = 1; i <= config.concurrency(); i++) {
                lanes.add(new Thread(() -> lane(shared, threads, broken), "tracemend-worker-" + topic + "-" + i));
            }
        }
        try (threads) {
            lanes.forEach(Thread::start);
            for (Thread lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException e) {
            breakOff(lanes);
            return;
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    "the worker broke off: " + broken.get(0).getMessage(), broken.get(0));
        }
    }

    private TopicShared shared(String topic, CheckoutCode code) {
        Policy policy = config.policies().of(topic);
        BudgetLedger budget = new BudgetLedger();
        CauseDesk.Means means = new CauseDesk.Means(
                task -> {
                    budget.begun();
                    try {
                        return fixer.fix(task, line -> LOG.info("{} {}: {}", topic, task.fingerprint(), line));
                    } finally {
                        budget.ended();
                    }
                },
                handover,
                code,
                config.retrying().tries(),
                config.retrying().backOff(),
                config.fixConfig().decisions()::decided);
        CauseDesk desk = new CauseDesk(means, policy, budget, new StormBreaker(policy), Clock.systemUTC());
        return new TopicShared(topic, desk, budget);
    }

    /** After an interrupt nothing more is written: what is in hand is done again by whoever reads it next. */
    private void breakOff(List<Thread> lanes) {
        stopping = true;
        lanes.forEach(Thread::interrupt);
        for (Thread lane : lanes) {
            try {
                lane.join(LEAVE_MILLIS);
            } catch (InterruptedException again) {
                break;
            }
        }
        Thread.currentThread().interrupt();
    }

    private void lane(TopicShared shared, WorkThreads threads, List<Throwable> broken) {
        try (TopicLane lane = new TopicLane(config, shared, threads, () -> stopping)) {
            lane.run();
        } catch (RuntimeException | Error e) {
            broken.add(e);
            stopping = true;
        }
    }
}
