package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Baseline;
import java.time.Duration;
import java.util.List;

/**
 * What a search found.
 *
 * @param fixes what passed the judge, best first
 * @param unproved what compiles and breaks nothing but was not proved, best first
 * @param baseline the project before any change
 * @param candidates how many changes were judged
 * @param firstAfter how many candidates it took to the first that passed; 0 where none did
 * @param exhausted whether every candidate known was judged
 * @param lastRefusal why the last refused candidate was refused; empty where none was
 * @param judging wall time before the judge
 */
public record RepairResult(
        List<RankedFix> fixes,
        List<Judged> unproved,
        Baseline baseline,
        int candidates,
        int firstAfter,
        boolean exhausted,
        String lastRefusal,
        Duration judging) {

    /** Copies the lists. */
    public RepairResult {
        fixes = List.copyOf(fixes);
        unproved = List.copyOf(unproved);
    }

    /** The best fix's claim is {@link Claim#VERIFIED}. */
    public boolean verified() {
        return !fixes.isEmpty() && fixes.get(0).claim() == Claim.VERIFIED;
    }
}
