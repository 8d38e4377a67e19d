package dev.tracemend.streams.window;

import dev.tracemend.logs.GroupingRules;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What the stages must know.
 *
 * @param quiet a cause not seen for this long, in event time, has its window closed
 * @param max a window is emitted at the latest after this time
 * @param linesBefore lines kept before an error, 0 to 40
 * @param linesAfter lines kept after an error, 0 to 40
 * @param lateness a line this much older than its source's time is set apart
 * @param emit when a window is told
 * @param grouping lines of a file of grouping rules; {@link GroupingRules}
 */
public record WindowRules(
        Duration quiet,
        Duration max,
        int linesBefore,
        int linesAfter,
        Duration lateness,
        Emit emit,
        List<String> grouping)
        implements Serializable {
    private static final long serialVersionUID = 3L;

    /** When a window is told. */
    public enum Emit {
        /** When it closes. */
        closed,
        /** That of a new cause at its first error, too, and at 10, 100 and 1,000 of them. */
        first
    }

    /** Quiet 2 s, at most 30 s, 20 lines before, 10 after, 10 minutes of lateness, told when closed, no grouping of one's own. */
    public static final WindowRules DEFAULT = new WindowRules(
            Duration.ofSeconds(2), Duration.ofSeconds(30), 20, 10, Duration.ofMinutes(10), Emit.closed, List.of());

    private static final int MOST_LINES = 40;

    /** Refuses what cannot work. */
    public WindowRules {
        if (quiet.isNegative() || quiet.isZero() || max.compareTo(quiet) < 0) {
            throw new IllegalArgumentException("window: a quiet time of " + seconds(quiet) + " must be above zero"
                    + " and not above the longest time, " + seconds(max) + "; usual are 2 s and 30 s");
        }
        if (linesBefore < 0 || linesBefore > MOST_LINES || linesAfter < 0 || linesAfter > MOST_LINES) {
            throw new IllegalArgumentException("window: " + linesBefore + " lines before and " + linesAfter
                    + " after are not possible; both must lie between 0 and " + MOST_LINES);
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException(
                    "window: a lateness of " + seconds(lateness) + " must not be below zero; usual are 600 s");
        }
        GroupingRules.of(grouping);
        grouping = List.copyOf(grouping);
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return (millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0)) + " s";
    }

    /** The same with the lines of a file of grouping rules; one that cannot be read is an IllegalArgumentException. */
    public WindowRules grouped(List<String> lines) {
        return new WindowRules(quiet, max, linesBefore, linesAfter, lateness, emit, lines);
    }

    /** How long others must have gone on, by their records' time, before a source that says nothing is taken for silent. */
    public Duration silence() {
        return max.plus(quiet);
    }
}
