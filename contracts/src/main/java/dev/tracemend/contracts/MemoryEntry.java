package dev.tracemend.contracts;

import java.util.List;

/**
 * The value of {@code agent.memory.<topic>}: what is known of one cause, compacted to the latest by fingerprint.
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
        List<String> answered) {

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
    }
}
