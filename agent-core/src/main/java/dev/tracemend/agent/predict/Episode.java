package dev.tracemend.agent.predict;

/**
 * What an agent with tools came to.
 *
 * @param value its output
 * @param stopped why it ended
 * @param iterations how many replies it took
 */
public record Episode<O>(O value, Stopped stopped, int iterations) {

    /** Why an agent ends. */
    public enum Stopped {
        /** It handed in its result. */
        SUBMITTED,
        /** It had as many turns as it may have, and was made to hand in what it knew. */
        MAX_ITERATIONS,
        /** It went in circles, and was made to hand in what it knew. */
        LOOP,
        /** It called no tool, and was made to hand in what it knew. */
        NO_CALL
    }
}
