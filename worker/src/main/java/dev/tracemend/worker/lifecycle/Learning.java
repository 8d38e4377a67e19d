package dev.tracemend.worker.lifecycle;

/** Hears what people decide about kinds of changes, so that the next ranking of such a change knows. */
@FunctionalInterface
public interface Learning {

    /**
     * A decision. One that a crash lets a worker read twice is heard twice: it weighs, it does not count money.
     *
     * @param operator what made the change
     * @param exception simple name of the exception that it mends
     * @param taken whether the person took the change
     */
    void decided(String operator, String exception, boolean taken);
}
