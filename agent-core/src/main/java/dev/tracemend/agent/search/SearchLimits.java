package dev.tracemend.agent.search;

import java.time.Duration;

/**
 * How long to search.
 *
 * @param inAll wall time for the candidates of the rules
 * @param afterFirst how many more changes to judge once one has passed
 * @param afterFirstAtMost wall time for those
 * @param candidates how many changes to judge at most
 * @param plausible how many that pass are enough
 * @param unproved how many that break nothing are enough where the failure cannot be made to happen
 * @param only the class that may be changed, by full name; empty for any
 */
public record SearchLimits(
        Duration inAll,
        int afterFirst,
        Duration afterFirstAtMost,
        int candidates,
        int plausible,
        int unproved,
        String only) {

    /** Two minutes, 200 more in half a minute, 2,500 candidates, 12 that pass, 3 where nothing can be proved. */
    public static SearchLimits defaults() {
        return new SearchLimits(Duration.ofSeconds(120), 200, Duration.ofSeconds(30), 2500, 12, 3, "");
    }

    /** The same for a project in which only one class may be changed, with other bounds in all. */
    public SearchLimits within(Duration time, int most, String className) {
        return new SearchLimits(time, afterFirst, afterFirstAtMost, most, plausible, unproved, className);
    }
}
