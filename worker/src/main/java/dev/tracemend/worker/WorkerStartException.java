package dev.tracemend.worker;

/** The worker cannot begin: nothing was read, nothing is lost. The message names the place and the remedy. */
public final class WorkerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerStartException(String message) {
        super(message);
    }
}
