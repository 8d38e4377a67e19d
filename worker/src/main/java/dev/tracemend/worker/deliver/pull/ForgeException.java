package dev.tracemend.worker.deliver.pull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server did not do what it was asked. The message names the server and the remedy, and holds no token. */
final class ForgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    ForgeException(Kind kind, String message, Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** Why, and with it whether to try again. */
    enum Kind {
        /** Too many requests for now. */
        RATE_LIMITED(true),
        /** No answer, or one that says the server is out of order. */
        UNREACHABLE(true),
        /** The token is unknown, expired or revoked. */
        TOKEN_REFUSED(false),
        /** The token is good, but not for this. */
        MISSING_SCOPE(false),
        /** No such project, or the token may not see it. */
        NOT_FOUND(false),
        /** There is one for this branch already. */
        EXISTS(false),
        /** Anything else. */
        REFUSED(false);

        private final boolean retriable;

        Kind(boolean retriable) {
            this.retriable = retriable;
        }
    }

    Kind kind() {
        return kind;
    }

    boolean retriable() {
        return kind.retriable;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
