package dev.tracemend.contracts;

import java.util.List;

/**
 * Why it failed, in words, and what the claim rests on.
 *
 * @param text one or two sentences; empty where unknown
 * @param confidence 0 to 1
 * @param evidence references: {@code path:line} of the checkout, ids of log lines, a commit
 */
public record RootCause(String text, double confidence, List<String> evidence) {

    /** Replaces what is absent by the neutral value. */
    public RootCause {
        text = Absent.text(text);
        confidence = Absent.finite(confidence);
        evidence = Absent.list(evidence);
    }
}
