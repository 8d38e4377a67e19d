package dev.tracemend.cli.stack;

import dev.tracemend.worker.Worker;
import dev.tracemend.worker.WorkerConfig;
import java.time.Duration;
import java.util.List;

/** A worker on a thread of its own, drained when closed. */
final class WorkerThread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Worker worker;
    private final Thread thread;

    private WorkerThread(Worker worker, Thread thread) {
        this.worker = worker;
        this.thread = thread;
    }

    static WorkerThread start(StackPlan plan, int number) {
        WorkerConfig config = WorkerConfig.of(
                        plan.bootstrap(),
                        List.of(plan.topic()),
                        plan.workspace(),
                        plan.data().resolve("worker-" + number))
                .withTestCmd(plan.testCmd());
        Worker worker = new Worker(config, Fixers.of(config, plan.model()));
        Thread thread = new Thread(worker::run, "worker-" + number);
        thread.start();
        return new WorkerThread(worker, thread);
    }

    @Override
    public void close() throws InterruptedException {
        worker.stop();
        thread.join(PATIENCE.toMillis());
        worker.close();
    }
}
