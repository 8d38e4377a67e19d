package dev.tracemend.agent.search;

import java.time.Duration;

/**
 * How long to search.
 *
 * @param inAll wall time for everything
 * @param afterFirst wall time to look for other fixes once one has passed
 * @param candidates how many changes to judge at most
 * @param plausible how many that pass are enough
 * @param only the class that may be changed, by full name; empty for any
 */
public record SearchLimits(Duration inAll, Duration afterFirst, int candidates, int plausible, String only) {

    /** One minute, two seconds, 6,000 candidates, 12 that pass. */
    public static SearchLimits defaults() {
        return new SearchLimits(Duration.ofSeconds(60), Duration.ofSeconds(2), 6000, 12, "");
    }
}
