package dev.tracemend.agent.judge.minion;

/**
 * Counts the steps of the code under test: every class of the project calls {@link #tick} at the start of each method and
 * at each jump back. What uses up its ticks is ended by an error, in a thousandth of the time a watch would need.
 */
public final class Ticks {
    /** No bound at all. */
    public static final long ENDLESS = Long.MAX_VALUE / 2;

    private static final Ticks NOW = new Ticks();

    // Threads may lose each other's counts: a bound is all that is wanted.
    private long left = ENDLESS;

    private Ticks() {}

    /** Thrown by code that has used up its ticks, again and again until it has come back. */
    public static final class UsedUp extends Error {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super("does not end", null, false, false);
        }
    }

    /** One step. */
    public static void tick() {
        if (--NOW.left < 0) {
            throw new UsedUp();
        }
    }

    /** Gives the next piece of work its ticks. */
    static void allow(long ticks) {
        NOW.left = ticks;
    }

    /** How many of {@code given} are used. */
    static long used(long given) {
        return given - NOW.left;
    }
}
