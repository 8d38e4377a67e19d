package dev.tracemend.status.board;

import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.DecisionInfo;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import java.util.List;

/**
 * Where a cause is on its way, as the worker's memory tells it.
 *
 * @param state empty until a worker told it
 * @param proposal id of the result whose patch waits for a person; empty for none
 * @param risk why a person has to decide, beyond the mode; may be empty
 * @param expiresAt when the question lapses, seconds since the epoch; 0 for never
 * @param decisions the latest ones, oldest first
 * @param branch where the fix was committed; empty where it was not
 * @param commit full hash
 * @param pullRequest its address, may be empty
 * @param attempted attempts so far
 * @param regressions how often it came back after a fix
 * @param quietWindows windows without it since the fix
 * @param resultId the result that stands for the cause
 * @param attempts the latest ones, oldest first
 * @param ts when the worker told it, seconds since the epoch
 */
public record CauseLife(
        String state,
        String proposal,
        String risk,
        double expiresAt,
        List<DecisionInfo> decisions,
        String branch,
        String commit,
        String pullRequest,
        int attempted,
        int regressions,
        int quietWindows,
        String resultId,
        List<AttemptInfo> attempts,
        double ts) {

    /** Nothing was told yet. */
    public static final CauseLife NONE = new CauseLife("", "", "", 0, List.of(), "", "", "", 0, 0, 0, "", List.of(), 0);

    /** Copies the lists. */
    public CauseLife {
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    static CauseLife of(MemoryEntry memory) {
        boolean waits = !memory.proposal().none() && memory.state() == Lifecycle.PROPOSED;
        return new CauseLife(
                memory.state().word(),
                waits ? Bounds.line(memory.proposal().result().id()) : "",
                waits ? Bounds.line(memory.proposal().risk()) : "",
                waits ? memory.proposal().expiresAt() : 0,
                memory.decisions().stream().limit(20).map(CauseLife::bounded).toList(),
                Bounds.line(memory.applied().branch()),
                Bounds.line(memory.applied().commit()),
                Bounds.line(memory.applied().pullRequest()),
                memory.attempted(),
                memory.regressions(),
                memory.quietWindows(),
                Bounds.line(memory.resultId()),
                memory.attempts().stream().limit(20).map(CauseLife::bounded).toList(),
                memory.ts());
    }

    private static AttemptInfo bounded(AttemptInfo one) {
        return new AttemptInfo(
                Bounds.line(one.resultId()),
                one.verdict(),
                Bounds.line(one.why()),
                one.ts(),
                one.seconds(),
                one.tokens(),
                one.cost());
    }

    private static DecisionInfo bounded(DecisionInfo one) {
        return new DecisionInfo(
                Bounds.line(one.resultId()),
                one.decision(),
                Bounds.line(one.by()),
                Bounds.line(one.comment()),
                one.ts());
    }
}
