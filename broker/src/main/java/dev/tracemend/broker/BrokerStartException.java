package dev.tracemend.broker;

/** The broker did not come up. The message names the place and the remedy; trying again unchanged will not help. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
