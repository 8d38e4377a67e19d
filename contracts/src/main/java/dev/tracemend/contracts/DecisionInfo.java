package dev.tracemend.contracts;

/** What a person decided about a result of a cause, as its memory keeps it; {@code ts} in seconds since the epoch. */
public record DecisionInfo(String resultId, Decision decision, String by, String comment, double ts) {

    /** Replaces what is absent by the neutral value. */
    public DecisionInfo {
        resultId = Absent.text(resultId);
        decision = Absent.or(decision, Decision.REJECT);
        by = Absent.text(by);
        comment = Absent.text(comment);
        ts = Absent.finite(ts);
    }
}
