package dev.tracemend.worker;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.RetryLaterException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs the fixer on a thread of its own, one task at a time, and begins again what said that it should be. */
final class FixWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FixWork.class);

    private final Fixer fixer;
    private final int tries;
    private final Duration backOff;
    private volatile boolean closed;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "tracemend-fix");
        made.setDaemon(true);
        return made;
    });

    FixWork(Fixer fixer, int tries, Duration backOff) {
        this.fixer = fixer;
        this.tries = tries;
        this.backOff = backOff;
    }

    /** Begins the work; the future ends with its outcome, or with the exception that was final. */
    CompletableFuture<FixOutcome> begin(String topic, FixTask task) {
        CompletableFuture<FixOutcome> outcome = new CompletableFuture<>();
        thread.execute(() -> attempt(topic, task, 1, outcome));
        return outcome;
    }

    private void attempt(String topic, FixTask task, int number, CompletableFuture<FixOutcome> outcome) {
        if (outcome.isDone() || closed) {
            return;
        }
        MDC.put("topic", topic);
        MDC.put("fingerprint", task.fingerprint());
        try {
            FixOutcome made = fixer.fix(task, line -> LOG.info("{} {}: {}", topic, task.fingerprint(), line));
            if (!closed) {
                outcome.complete(made);
            }
        } catch (RetryLaterException passing) {
            again(topic, task, number, outcome, passing);
        } catch (RuntimeException | Error broken) {
            if (!closed) {
                outcome.completeExceptionally(broken);
            }
        } finally {
            MDC.remove("topic");
            MDC.remove("fingerprint");
        }
    }

    private void again(
            String topic, FixTask task, int number, CompletableFuture<FixOutcome> outcome, RetryLaterException why) {
        if (number >= tries) {
            outcome.completeExceptionally(why);
            return;
        }
        Duration wait = backOff.multipliedBy(1L << (number - 1));
        LOG.info("{} {}: {}; trying again in {} ms", topic, task.fingerprint(), why.getMessage(), wait.toMillis());
        thread.schedule(() -> attempt(topic, task, number + 1, outcome), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what is running; how that ends is no outcome, so its future never completes. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}
