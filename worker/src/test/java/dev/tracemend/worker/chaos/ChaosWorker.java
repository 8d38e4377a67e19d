package dev.tracemend.worker.chaos;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import dev.tracemend.worker.Outcomes;
import dev.tracemend.worker.Worker;
import dev.tracemend.worker.WorkerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A worker as a process of its own: {@code <bootstrap> <topic> <checkout> <data>}. Its work is a real scratch worktree that
 * is written, and a while; now and then it asks to be tried again.
 */
final class ChaosWorker {
    private final Path checkout;
    private final Path scratch;

    private ChaosWorker(Path checkout, Path scratch) {
        this.checkout = checkout;
        this.scratch = scratch;
    }

    public static void main(String[] words) throws CheckoutException {
        Path checkout = Path.of(words[2]);
        Path data = Path.of(words[3]);
        ChaosWorker work = new ChaosWorker(checkout, data.resolve("scratch"));
        ScratchWorktree.collectStale(Checkout.open(checkout), work.scratch);
        WorkerConfig config = WorkerConfig.of(words[0], List.of(words[1]), checkout, data)
                .withRetrying(new WorkerConfig.Retrying(50, Duration.ofMillis(200)));
        new Worker(config, (task, progress) -> work.fix(task)).run();
    }

    private FixOutcome fix(FixTask task) {
        if (ThreadLocalRandom.current().nextInt(10) == 0) {
            throw new RetryLaterException("git is locked", new IllegalStateException());
        }
        try (ScratchWorktree worktree = ScratchWorktree.create(Checkout.open(checkout), scratch, task.fingerprint())) {
            worktree.write("A.java", "class A { /* " + task.fingerprint() + " */ }\n");
            boolean never =
                    new CountDownLatch(1).await(ThreadLocalRandom.current().nextInt(20, 400), TimeUnit.MILLISECONDS);
            return Outcomes.verified("mended " + task.fingerprint() + (never ? "?" : ""));
        } catch (CheckoutException locked) {
            throw new RetryLaterException(String.valueOf(locked.getMessage()), locked);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
