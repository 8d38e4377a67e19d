package dev.tracemend.agent.model;

import java.util.random.RandomGenerator;

/**
 * Asks a provider again where that can help (too many requests, a server's error, no connection, no answer in time), waits
 * as long as the provider asks, and leaves it alone for a while after too many failures. Safe for any number of threads.
 */
public final class RetryingModel implements LanguageModel {
    private final LanguageModel model;
    private final Retries retries;

    /** Around a model; {@code random} draws the waits. */
    public RetryingModel(LanguageModel model, RetryPolicy policy, RandomGenerator random) {
        this.model = model;
        this.retries = new Retries(model.name(), policy, random);
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
        return retries.call(() -> model.call(request));
    }

    /** A stream that broke is not repeated once the listener has heard of it. */
    @Override
    public ModelReply call(ModelRequest request, ModelListener listener) {
        boolean[] heard = {false};
        return retries.call(() -> {
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
}
