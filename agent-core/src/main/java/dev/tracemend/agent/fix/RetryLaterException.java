package dev.tracemend.agent.fix;

/** The work could not be done for a reason that passes by itself, such as a lock of git: try again after a while. */
public final class RetryLaterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names what stands in the way. */
    public RetryLaterException(String message, Throwable cause) {
        super(message, cause);
    }
}
