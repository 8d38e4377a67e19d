package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ModelException.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a provider again where that can help (too many requests, a server's error, no connection, no answer in time), waits
 * as long as the provider asks, and leaves it alone for a while after too many failures. Safe for any number of threads.
 */
public final class RetryingModel implements LanguageModel {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingModel.class);

    private final LanguageModel model;
    private final RetryPolicy policy;
    private final RandomGenerator random;
    private int failuresInARow;
    private long closedUntil;

    /** Around a model; {@code random} draws the waits. */
    public RetryingModel(LanguageModel model, RetryPolicy policy, RandomGenerator random) {
        this.model = model;
        this.policy = policy;
        this.random = random;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Abilities abilities() {
        return model.abilities();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        return retried(() -> model.call(request));
    }

    /** A stream that broke is not repeated once the listener has heard of it. */
    @Override
    public ModelReply call(ModelRequest request, ModelListener listener) {
        boolean[] heard = {false};
        return retried(() -> {
            try {
                return model.call(request, piece -> {
                    heard[0] = true;
                    listener.text(piece);
                });
            } catch (ModelException failure) {
                throw heard[0] ? failure.lasting() : failure;
            }
        });
    }

    private ModelReply retried(Supplier<ModelReply> call) {
        requireOpen();
        for (int repetition = 0; ; repetition++) {
            try {
                ModelReply reply = call.get();
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
                    "model " + name() + " failed " + failuresInARow + " times in a row and is left alone for "
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
