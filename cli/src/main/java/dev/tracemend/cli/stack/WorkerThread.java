package dev.tracemend.cli.stack;

import dev.tracemend.cli.CommandFailure;
import dev.tracemend.worker.Worker;
import dev.tracemend.worker.WorkerConfig;
import dev.tracemend.worker.deliver.outward.DeliveryConfig;
import dev.tracemend.worker.deliver.outward.OutwardHandover;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker on a thread of its own, drained when closed. */
final class WorkerThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Worker worker;
    private final Thread thread;

    private WorkerThread(Worker worker, Thread thread) {
        this.worker = worker;
        this.thread = thread;
    }

    static WorkerThread start(StackPlan plan, int number, Consumer<String> warnings) {
        WorkerConfig config = WorkerConfig.of(
                        plan.bootstrap(),
                        List.of(plan.topic()),
                        plan.workspace(),
                        plan.data().resolve("worker-" + number))
                .withTestCmd(plan.testCmd())
                .withPolicies(plan.policies());
        DeliveryConfig delivery = DeliveryConfig.of(plan.delivery(), plan.workspace(), config.dataDir());
        Worker worker = new Worker(
                config, Fixers.of(config, plan.models(), warnings), new OutwardHandover(delivery, Clock.systemUTC()));
        Thread thread = new Thread(() -> run(worker), "worker-" + number);
        thread.start();
        return new WorkerThread(worker, thread);
    }

    private static void run(Worker worker) {
        try {
            worker.run();
        } catch (RuntimeException e) {
            LOG.warn("the worker ended", e);
        }
    }

    /** Fails when the worker has ended by itself. */
    void check() {
        if (!thread.isAlive()) {
            throw CommandFailure.failed(
                    "the " + thread.getName() + " ended; tracemend.log in the data folder tells why");
        }
    }

    @Override
    public void close() throws InterruptedException {
        worker.stop();
        thread.join(PATIENCE.toMillis());
        worker.close();
    }
}
