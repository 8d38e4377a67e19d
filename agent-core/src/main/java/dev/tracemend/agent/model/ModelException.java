package dev.tracemend.agent.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model gave no answer. The work goes on without it; the message names the model and the remedy. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there was no answer. */
    public enum Kind {
        /** The provider does not accept the key. */
        REFUSED_KEY,
        /** Too many requests, or the account is used up. */
        RATE_LIMITED,
        /** No answer within the time limit. */
        TIMED_OUT,
        /** The provider has no such model. */
        UNKNOWN_MODEL,
        /** The provider refuses this request and would refuse it again. */
        REFUSED_REQUEST,
        /** An answer without text. */
        EMPTY,
        /** The provider cannot do what the request asks for, such as tools or a schema. */
        UNSUPPORTED,
        /** The run may use no more calls, tokens or money; nothing was asked. */
        BUDGET_SPENT,
        /** Anything else: unreachable, an unknown model, an error of the provider. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final boolean lasting;
    private final @Nullable Duration retryAfter;

    private ModelException(
            Kind kind, String message, @Nullable Throwable cause, @Nullable Duration retryAfter, boolean lasting) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.lasting = lasting;
    }

    /** The message names the model and the remedy. */
    public ModelException(Kind kind, String message) {
        this(kind, message, null, null, false);
    }

    /** With what the provider's client threw, and how long the provider wants to be left alone. */
    ModelException(Kind kind, String message, Throwable cause, Optional<Duration> retryAfter) {
        this(kind, message, cause, retryAfter.orElse(null), false);
    }

    /** Why there was no answer. */
    public Kind kind() {
        return kind;
    }

    /** Whether asking again may help. */
    public boolean retriable() {
        return !lasting
                && (kind == Kind.RATE_LIMITED
                        || kind == Kind.TIMED_OUT
                        || kind == Kind.UNAVAILABLE
                        || kind == Kind.EMPTY);
    }

    /** How long the provider wants to be left alone, where it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same failure, but asking again would not help. */
    ModelException lasting() {
        return new ModelException(kind, String.valueOf(getMessage()), getCause(), retryAfter, true);
    }
}
