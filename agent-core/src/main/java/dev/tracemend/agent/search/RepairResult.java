package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Baseline;
import java.time.Duration;
import java.util.List;

/**
 * What a search found.
 *
 * @param fixes what passed the judge, best first
 * @param baseline the project before any change
 * @param candidates how many changes were judged
 * @param firstAfter how many candidates it took to the first that passed; 0 where none did
 * @param exhausted whether every candidate known was judged
 * @param took wall time in all
 */
public record RepairResult(
        List<RankedFix> fixes, Baseline baseline, int candidates, int firstAfter, boolean exhausted, Duration took) {

    /** Copies the list. */
    public RepairResult {
        fixes = List.copyOf(fixes);
    }

    /** The best fix's claim is {@link Claim#VERIFIED}. */
    public boolean verified() {
        return !fixes.isEmpty() && fixes.get(0).claim() == Claim.VERIFIED;
    }
}
