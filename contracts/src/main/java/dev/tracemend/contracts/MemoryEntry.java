package dev.tracemend.contracts;

import java.util.List;
import java.util.Map;

/**
 * The value of {@code agent.memory.<topic>}: what is known of one cause, compacted to the latest by fingerprint. An entry
 * of before there were states reads as if the state were that of its verdict.
 *
 * @param v version of this form, 1
 * @param fingerprint the cause; the record's key
 * @param resultId the result that stands for it
 * @param verdict that result's verdict
 * @param count errors seen so far, over all contexts
 * @param contexts contexts answered so far
 * @param firstSeen event time of the first error, seconds since the epoch
 * @param lastSeen event time of the last error
 * @param ts when this entry was written
 * @param answered ids of the results that answered contexts of this cause, the latest last, at most 100
 * @param topic the short name
 * @param title one line for a person, of the latest context that was worked on
 * @param state where it is on its way
 * @param repeats contexts answered without work since the state was entered
 * @param attempted attempts so far
 * @param attempts the latest attempts, at most 20
 * @param decisions the latest decisions of people, at most 20
 * @param proposal the patch that waits, {@link OpenProposal#NONE} for none
 * @param applied the fix that was delivered, {@link AppliedFix#NONE} for none
 * @param head full hash of the commit at which {@code blobs} were looked up
 * @param blobs git's hashes of the files this cause concerns, by path: has the code changed there?
 * @param quietWindows windows without an error since the fix
 * @param regressions how often it came back
 * @param wakeAt when something is due without a further error, seconds since the epoch; 0 for never
 * @param place of the latest context that was worked on
 */
public record MemoryEntry(
        int v,
        String fingerprint,
        String resultId,
        Verdict verdict,
        long count,
        int contexts,
        double firstSeen,
        double lastSeen,
        double ts,
        List<String> answered,
        String topic,
        String title,
        Lifecycle state,
        int repeats,
        int attempted,
        List<AttemptInfo> attempts,
        List<DecisionInfo> decisions,
        OpenProposal proposal,
        AppliedFix applied,
        String head,
        Map<String, String> blobs,
        int quietWindows,
        int regressions,
        double wakeAt,
        ContextPlace place) {

    /** Replaces what is absent by the neutral value. */
    public MemoryEntry {
        v = v == 0 ? 1 : v;
        firstSeen = Absent.finite(firstSeen);
        lastSeen = Absent.finite(lastSeen);
        ts = Absent.finite(ts);
        fingerprint = Absent.text(fingerprint);
        resultId = Absent.text(resultId);
        verdict = Absent.or(verdict, Verdict.DIAGNOSED);
        answered = Absent.list(answered);
        topic = Absent.text(topic);
        title = Absent.text(title);
        state = Absent.or(state, Lifecycle.of(verdict));
        attempts = Absent.list(attempts);
        decisions = Absent.list(decisions);
        proposal = Absent.or(proposal, OpenProposal.NONE);
        applied = Absent.or(applied, AppliedFix.NONE);
        head = Absent.text(head);
        blobs = Absent.map(blobs);
        wakeAt = Absent.finite(wakeAt);
        place = Absent.or(place, ContextPlace.NONE);
    }
}
