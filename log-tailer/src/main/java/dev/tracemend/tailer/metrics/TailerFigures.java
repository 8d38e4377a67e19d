package dev.tracemend.tailer.metrics;

import java.util.Map;

/**
 * One look at a tailer: what it has counted since its start, see {@link TailerMetrics}, and how it stands.
 *
 * @param seconds since the start
 * @param redactions masked secrets by kind
 * @param filesOpen files held open
 * @param filesRotatedAway those of them that no glob names any more
 * @param lagBytes bytes in the files that the broker has not acknowledged
 * @param lagSeconds how long the oldest of them has been there, as far as the tailer has seen it
 * @param inFlight records on their way
 * @param secondsSinceAcknowledged since the broker took something
 * @param brokerSilentSeconds since when it takes nothing of what is on its way; 0 where it does
 * @param checkpointProblem why the positions cannot be saved; empty where they can
 */
public record TailerFigures(
        double seconds,
        long lines,
        long bytes,
        long records,
        long recordBytes,
        long acknowledgedBytes,
        Map<String, Long> redactions,
        long cut,
        long flagged,
        long invalidBytes,
        long rotations,
        long truncations,
        long retries,
        long checkpointFailures,
        long lostBytes,
        int filesOpen,
        int filesRotatedAway,
        long lagBytes,
        double lagSeconds,
        long inFlight,
        double secondsSinceAcknowledged,
        double brokerSilentSeconds,
        String checkpointProblem) {

    /** Copies the map. */
    public TailerFigures {
        redactions = Map.copyOf(redactions);
    }

    /** Whether nothing is wrong that a person must look at. */
    public boolean isHealthy() {
        return checkpointProblem.isEmpty() && brokerSilentSeconds == 0;
    }
}
