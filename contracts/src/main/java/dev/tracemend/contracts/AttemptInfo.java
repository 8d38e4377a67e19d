package dev.tracemend.contracts;

/**
 * One attempt at a cause, as its memory keeps it.
 *
 * @param resultId the result it ended in
 * @param why why it ended so
 * @param ts when it ended, seconds since the epoch
 * @param seconds how long it took
 * @param tokens of a model, in and out
 * @param cost in the policy's currency
 */
public record AttemptInfo(
        String resultId, Verdict verdict, String why, double ts, double seconds, long tokens, double cost) {

    /** Replaces what is absent by the neutral value. */
    public AttemptInfo {
        resultId = Absent.text(resultId);
        verdict = Absent.or(verdict, Verdict.FAILED);
        why = Absent.text(why);
        ts = Absent.finite(ts);
        seconds = Absent.finite(seconds);
        cost = Absent.finite(cost);
    }
}
