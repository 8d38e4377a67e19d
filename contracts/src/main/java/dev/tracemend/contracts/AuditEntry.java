package dev.tracemend.contracts;

import java.util.List;

/**
 * The value of {@code agent.audit}: one decision, with its reason; the record's key is the fingerprint. Entries are only
 * ever added, in one transaction with what the decision changed.
 *
 * @param v version of this form, 1
 * @param id names the entry: the same decision about the same record has the same id
 * @param topic short name of the topic
 * @param fingerprint the cause
 * @param by {@code policy}, {@code worker}, or the person who decided
 * @param decision a word: {@code work} (it ended without a patch), {@code wait}, {@code hold}, {@code later}, {@code
 *     give-up}, {@code refuse}, {@code propose}, {@code repeat}, {@code approve}, {@code reject}, {@code retry}, {@code
 *     stop}, {@code deliver}, {@code expire}, {@code quiet}, {@code close}, {@code regress}, {@code replay}
 * @param reason one sentence
 * @param state where the cause is after it
 * @param evidence ids of the contexts, results and commits that it stands on
 * @param ts when, seconds since the epoch
 */
public record AuditEntry(
        int v,
        String id,
        String topic,
        String fingerprint,
        String by,
        String decision,
        String reason,
        Lifecycle state,
        List<String> evidence,
        double ts) {

    /** Replaces what is absent by the neutral value. */
    public AuditEntry {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        topic = Absent.text(topic);
        fingerprint = Absent.text(fingerprint);
        by = Absent.text(by);
        decision = Absent.text(decision);
        reason = Absent.text(reason);
        state = Absent.or(state, Lifecycle.NEW);
        evidence = Absent.list(evidence);
        ts = Absent.finite(ts);
    }
}
