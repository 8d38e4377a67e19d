package dev.tracemend.status.board;

import java.time.Instant;

/**
 * How the board fares.
 *
 * @param since when it came into this state
 * @param detail what a person should know, empty while all is well
 */
public record BoardHealth(State state, Instant since, String detail) {

    /** The life of a board. */
    public enum State {
        /** Not yet, or not again, caught up with its state; listings may be empty. */
        RESTORING,
        /** Follows the topics. */
        RUNNING,
        /** Broke; it is started again after a while. */
        FAILED,
        /** Closed. */
        CLOSED
    }
}
