package dev.tracemend.status;

/** The status server could not start; the message says what to change. */
public final class StatusStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatusStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
