package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The value of {@code agent.patches}: one step in the life of a patch; the record's key is the patch's id. The keys
 * {@code id, container, summary, ts, applied, apply_message} are there for older consumers.
 *
 * @param id names the patch: the id of the result that proposed it
 * @param container the topic's short name
 * @param summary how large it is
 * @param ts when this step was taken, seconds since the epoch
 * @param applied whether it is on a branch or in the checkout now
 * @param applyMessage what came of delivering it, one line
 * @param v version of this form, 1
 * @param resultId the result that proposed it
 * @param fingerprint the cause
 * @param base full hash of the commit it was made against
 * @param diff the patch as git prints it
 * @param state the step
 * @param branch where it was committed; empty where it was not
 * @param commit full hash of that commit
 * @param pullRequest address of the pull request
 */
public record PatchRecord(
        String id,
        String container,
        PatchSummary summary,
        double ts,
        boolean applied,
        @JsonProperty("apply_message") String applyMessage,
        int v,
        String resultId,
        String fingerprint,
        String base,
        String diff,
        PatchState state,
        String branch,
        String commit,
        String pullRequest) {

    /** Replaces what is absent by the neutral value. */
    public PatchRecord {
        id = Absent.text(id);
        container = Absent.text(container);
        summary = Absent.or(summary, new PatchSummary(0, 0, 0));
        ts = Absent.finite(ts);
        applyMessage = Absent.text(applyMessage);
        v = v == 0 ? 1 : v;
        resultId = Absent.text(resultId);
        fingerprint = Absent.text(fingerprint);
        base = Absent.text(base);
        diff = Absent.text(diff);
        state = Absent.or(state, PatchState.PROPOSED);
        branch = Absent.text(branch);
        commit = Absent.text(commit);
        pullRequest = Absent.text(pullRequest);
    }
}
