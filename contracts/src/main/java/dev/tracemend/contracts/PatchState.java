package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a patch came. */
public enum PatchState {
    /** Shown to people. */
    @JsonProperty("proposed")
    PROPOSED,
    /** A person, or the policy, said yes; it is not delivered yet. */
    @JsonProperty("approved")
    APPROVED,
    /** A person, or the policy, said no. */
    @JsonProperty("rejected")
    REJECTED,
    /** It is committed. */
    @JsonProperty("applied")
    APPLIED,
    /** It was taken back. */
    @JsonProperty("reverted")
    REVERTED
}
