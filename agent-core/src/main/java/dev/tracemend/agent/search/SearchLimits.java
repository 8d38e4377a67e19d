package dev.tracemend.agent.search;

import java.time.Duration;

/**
 * How long to search.
 *
 * @param inAll wall time for everything
 * @param afterFirst how many more changes to judge once one has passed
 * @param candidates how many changes to judge at most
 * @param plausible how many that pass are enough
 * @param only the class that may be changed, by full name; empty for any
 */
public record SearchLimits(Duration inAll, int afterFirst, int candidates, int plausible, String only) {

    /** Two minutes, 200 more, 2,500 candidates, 12 that pass. */
    public static SearchLimits defaults() {
        return new SearchLimits(Duration.ofSeconds(120), 200, 2500, 12, "");
    }
}
