package dev.tracemend.agent.judge.minion;

/** What one test takes, or may take: steps of the code under test, and milliseconds of the processor. */
public record Effort(long ticks, long cpuMillis) {
    /** Nothing. */
    public static final Effort NONE = new Effort(0, 0);

    /** No bound at all. */
    public static final Effort ENDLESS = new Effort(Ticks.ENDLESS, Long.MAX_VALUE / 2_000_000);

    /** The larger of each. */
    public Effort max(Effort other) {
        return new Effort(Math.max(ticks, other.ticks), Math.max(cpuMillis, other.cpuMillis));
    }

    /** With the time of a later run: the first one also loads what it needs. */
    public Effort onceWarm(Effort later) {
        return new Effort(Math.max(ticks, later.ticks), Math.min(cpuMillis, later.cpuMillis));
    }

    /** So many times as much, and something on top; without a bound where that is close. */
    public Effort times(int factor, Effort spare) {
        return ticks > Ticks.ENDLESS / (2L * factor)
                ? ENDLESS
                : new Effort(factor * ticks + spare.ticks, factor * cpuMillis + spare.cpuMillis);
    }
}
