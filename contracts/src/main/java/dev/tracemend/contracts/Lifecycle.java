package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a cause is on its way from the first error to the end. */
public enum Lifecycle {
    /** Seen, not answered by work yet: too few errors, held back, or out of budget. */
    @JsonProperty("new")
    NEW,
    /** The cause is told, and there is nothing to change in the code. */
    @JsonProperty("diagnosed")
    DIAGNOSED,
    /** Looked into without finding a fix. */
    @JsonProperty("failed")
    FAILED,
    /** A patch waits for a person. */
    @JsonProperty("proposed")
    PROPOSED,
    /** The patch was approved and is not delivered, or there is nothing that delivers. */
    @JsonProperty("approved")
    APPROVED,
    /** A person, or the policy, refused the patch. */
    @JsonProperty("refused")
    REFUSED,
    /** Nobody decided in time. */
    @JsonProperty("expired")
    EXPIRED,
    /** The patch is committed; whether the error stays away is being watched. */
    @JsonProperty("applied")
    APPLIED,
    /** It stayed away. */
    @JsonProperty("closed")
    CLOSED,
    /** It came back in code that holds the fix. */
    @JsonProperty("regressed")
    REGRESSED,
    /** A person wants nothing done about it. */
    @JsonProperty("stopped")
    STOPPED;

    /** The word used on the wire and in every listing. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What an entry of before there were states says with its verdict. */
    static Lifecycle of(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED, PROPOSED -> PROPOSED;
            case DIAGNOSED -> DIAGNOSED;
            case REFUSED -> REFUSED;
            case FAILED -> FAILED;
        };
    }
}
