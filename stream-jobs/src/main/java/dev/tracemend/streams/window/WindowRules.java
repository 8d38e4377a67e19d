package dev.tracemend.streams.window;

import java.io.Serializable;
import java.time.Duration;

/** What the stages must know: quiet time and longest time of a window, lines kept around an error. */
public record WindowRules(Duration quiet, Duration max, int linesBefore, int linesAfter) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Quiet 2 s, at most 30 s, 20 lines before, 10 after. */
    public static final WindowRules DEFAULT = new WindowRules(Duration.ofSeconds(2), Duration.ofSeconds(30), 20, 10);

    private static final int MOST_LINES = 40;

    /** Refuses what cannot work. */
    public WindowRules {
        if (quiet.isNegative() || quiet.isZero() || max.compareTo(quiet) < 0) {
            throw new IllegalArgumentException("window: quiet time " + quiet + " must be above zero and not above the"
                    + " longest time " + max + "; usual are 2 s and 30 s");
        }
        if (linesBefore < 0 || linesBefore > MOST_LINES || linesAfter < 0 || linesAfter > MOST_LINES) {
            throw new IllegalArgumentException("window: " + linesBefore + " lines before and " + linesAfter
                    + " after are not possible; both must lie between 0 and " + MOST_LINES);
        }
    }
}
