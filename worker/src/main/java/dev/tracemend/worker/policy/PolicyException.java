package dev.tracemend.worker.policy;

/** A policy file that cannot be followed; the message names the place and the remedy. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyException(String message) {
        super(message);
    }
}
