package dev.tracemend.status.access;

/** What the gate says to a request. */
public sealed interface Admission {
    /** It may go on. */
    record In() implements Admission {}

    /** Nobody knows who it is. */
    record Unknown() implements Admission {}

    /**
     * It came too soon.
     *
     * @param seconds after which it may come again
     */
    record TooOften(long seconds) implements Admission {}
}
