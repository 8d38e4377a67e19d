package dev.tracemend.agent.search;

/** What may be said of a fix. */
public enum Claim {
    /** Everything known was shown, and what else passes does the same. */
    VERIFIED,
    /** It passes everything, but the tests leave room for another meaning, or the change is of a kind that is often wrong. */
    PLAUSIBLE
}
