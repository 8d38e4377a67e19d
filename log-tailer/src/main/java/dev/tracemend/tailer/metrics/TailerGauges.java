package dev.tracemend.tailer.metrics;

/**
 * How things stand now; the tailer's thread says it about once a second, anybody reads it. Times are nanoseconds of the
 * steady clock.
 */
public final class TailerGauges {
    private final long started = System.nanoTime();
    private volatile int followed;
    private volatile int rotatedAway;
    private volatile long lagBytes;
    private volatile double lagSeconds;
    private volatile long inFlight;
    private volatile long lastAcknowledged = started;
    private volatile long silentSince;
    private volatile boolean silent;
    private volatile String checkpointProblem = "";

    /** So many files are open, of which so many have no name any more that a glob gives. */
    public void files(int open, int nameless) {
        followed = open;
        rotatedAway = nameless;
    }

    /** What is in the files and not acknowledged, and how long it has been there. */
    public void lag(long bytes, double seconds) {
        lagBytes = bytes;
        lagSeconds = Math.round(seconds * 1000) / 1000.0;
    }

    /** How many records are on their way, and whether any arrived since the last call. */
    public void delivery(long onTheirWay, boolean anyArrived) {
        inFlight = onTheirWay;
        if (anyArrived) {
            lastAcknowledged = System.nanoTime();
        }
    }

    /** Whether the broker takes nothing, and since when. */
    public void broker(boolean takesNothing, long since) {
        silentSince = since;
        silent = takesNothing;
    }

    /** Why the positions cannot be saved; empty where they can. */
    public void checkpoint(String problem) {
        checkpointProblem = problem;
    }

    /** Counters and gauges in one look. */
    public TailerFigures look(TailerMetrics m) {
        long now = System.nanoTime();
        return new TailerFigures(
                seconds(now - started),
                m.lines().sum(),
                m.bytes().sum(),
                m.records().sum(),
                m.recordBytes().sum(),
                m.acknowledgedBytes().sum(),
                m.redactionsByKind(),
                m.cut().sum(),
                m.flagged().sum(),
                m.invalidBytes().sum(),
                m.rotations().sum(),
                m.truncations().sum(),
                m.retries().sum(),
                m.checkpointFailures().sum(),
                m.lostBytes().sum(),
                followed,
                rotatedAway,
                lagBytes,
                lagSeconds,
                inFlight,
                seconds(now - lastAcknowledged),
                silent ? seconds(now - silentSince) : 0,
                checkpointProblem);
    }

    private static double seconds(long nanos) {
        return nanos / 1_000_000 / 1000.0;
    }
}
