package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ModelException.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats calls to one provider by a policy, and leaves it alone for a while after too many failures. Thread-safe. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final String name;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private int failuresInARow;
    private long closedUntil;

    Retries(String name, RetryPolicy policy, RandomGenerator random) {
        this.name = name;
        this.policy = policy;
        this.random = random;
    }

    <T> T call(Supplier<T> call) {
        requireOpen();
        for (int repetition = 0; ; repetition++) {
            try {
                T reply = call.get();
                ended(true);
                return reply;
            } catch (ModelException failure) {
                Duration wait = failure.retryAfter().orElse(policy.wait(repetition, random));
                if (!failure.retriable() || repetition >= policy.retries() || wait.compareTo(policy.longest()) > 0) {
                    ended(!failure.retriable());
                    throw failure;
                }
                LOG.info("{}; asking again in {} ms", failure.getMessage(), wait.toMillis());
                pause(wait, failure);
            }
        }
    }

    private synchronized void requireOpen() {
        long left = closedUntil - System.nanoTime();
        if (failuresInARow >= policy.failures() && left > 0) {
            throw new ModelException(
                    Kind.UNAVAILABLE,
                    "model " + name + " failed " + failuresInARow + " times in a row and is left alone for "
                            + TimeUnit.NANOSECONDS.toSeconds(left) + " s more");
        }
    }

    private synchronized void ended(boolean well) {
        failuresInARow = well ? 0 : failuresInARow + 1;
        closedUntil = System.nanoTime() + policy.pause().toNanos();
    }

    private static void pause(Duration wait, ModelException failure) {
        try {
            if (new CountDownLatch(1).await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
