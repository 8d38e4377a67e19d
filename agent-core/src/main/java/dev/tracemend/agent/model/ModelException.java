package dev.tracemend.agent.model;

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

    /** With what the provider's client threw. */
    public ModelException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The message names the model and the remedy. */
    public ModelException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why there was no answer. */
    public Kind kind() {
        return kind;
    }
}
