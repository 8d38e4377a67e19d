package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the work on one cause ended. */
public enum Verdict {
    /**
     * A fix that compiles, turns the reproduction from failing to passing, breaks no test, and of which a test or a rule
     * that mends the value says that it is meant; a mere guard that no test asks for is {@link #PROPOSED}.
     */
    @JsonProperty("verified")
    VERIFIED,
    /** A fix that could not be proved; the result says what is missing. */
    @JsonProperty("proposed")
    PROPOSED,
    /** The cause is told, and the code is not the place to mend it. */
    @JsonProperty("diagnosed")
    DIAGNOSED,
    /** Not worked on, by policy or by a person's earlier decision. */
    @JsonProperty("refused")
    REFUSED,
    /** No fix was found, or the work itself broke; the result says why. */
    @JsonProperty("failed")
    FAILED;

    /** The word used on the wire and in every listing. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
