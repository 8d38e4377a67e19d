package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.PatchRecord;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.contracts.PatchSummary;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.WorkMetric;
import dev.tracemend.worker.policy.Policy;
import java.util.List;

/** The records that go with a step of a cause. */
final class Wording {
    private static final double MILLION = 1e6;

    private Wording() {}

    /** A decision about a cause; {@code subject} is the record that it is about, and names the entry. */
    static AuditEntry audit(MemoryEntry after, String by, String decision, String reason, String subject) {
        List<String> evidence = after.applied().commit().isEmpty()
                ? List.of(subject)
                : List.of(subject, after.applied().commit());
        return new AuditEntry(
                1,
                subject + '/' + decision,
                after.topic(),
                after.fingerprint(),
                by,
                decision,
                reason,
                after.state(),
                evidence,
                after.ts());
    }

    /** A step of the patch that a result proposes. */
    static PatchRecord patch(FixResult result, PatchState state, String message, MemoryEntry after) {
        boolean applied = state == PatchState.APPLIED;
        return new PatchRecord(
                result.id(),
                result.container(),
                new PatchSummary(
                        result.patch().files().size(),
                        result.patch().added(),
                        result.patch().removed()),
                after.ts(),
                applied,
                message,
                1,
                result.id(),
                result.fingerprint(),
                result.git().base(),
                result.patch().diff(),
                state,
                applied ? after.applied().branch() : "",
                applied ? after.applied().commit() : "",
                applied ? after.applied().pullRequest() : "");
    }

    /** The question whether a result's patch is right. */
    static ApprovalRequest request(FixResult result, MemoryEntry after) {
        return new ApprovalRequest(
                1,
                result.id(),
                "patch",
                result.summary(),
                after.proposal().risk(),
                result.patch().diff(),
                after.proposal().expiresAt(),
                after.ts(),
                result.container(),
                result.fingerprint(),
                result.id(),
                result.patch().files(),
                result.verdict() == Verdict.VERIFIED);
    }

    /** What an attempt took, for the memory of its cause. */
    static AttemptInfo attempt(FixResult result, Policy policy) {
        ModelUse model = result.model();
        return new AttemptInfo(
                result.id(),
                result.verdict(),
                result.why(),
                result.ts(),
                result.durations().getOrDefault("total", 0.0),
                model.tokensIn() + model.tokensOut(),
                cost(model, policy));
    }

    /** The same, for everybody's budgets. */
    static WorkMetric metric(FixResult result, Policy policy, int attempt, double lag) {
        ModelUse model = result.model();
        return new WorkMetric(
                result.container(),
                result.summary().length(),
                result.plan().length(),
                result.ts(),
                1,
                result.id(),
                result.fingerprint(),
                result.verdict(),
                attempt,
                result.durations(),
                model.calls(),
                model.tokensIn(),
                model.tokensOut(),
                cost(model, policy),
                Math.max(0, lag));
    }

    private static double cost(ModelUse model, Policy policy) {
        return (model.tokensIn() * policy.priceIn() + model.tokensOut() * policy.priceOut()) / MILLION;
    }
}
