package dev.tracemend.status.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.Verdict;

/** Where an incident stands, in the words of the page. */
public enum IncidentState {
    /** Seen, and nobody has answered yet. */
    @JsonProperty("new")
    NEW,
    /** Seen, not answered, and a worker is connected to its topic. Never stored: it is true only now. */
    @JsonProperty("working")
    WORKING,
    /** A fix was proved. */
    @JsonProperty("verified fix")
    VERIFIED,
    /** A fix is there, without proof. */
    @JsonProperty("proposed")
    PROPOSED,
    /** The cause is told; the code is not the place to mend it. */
    @JsonProperty("diagnosed")
    DIAGNOSED,
    /** Not worked on, by policy or by a person. */
    @JsonProperty("refused")
    REFUSED,
    /** The work ended without a fix. */
    @JsonProperty("no fix found")
    NO_FIX,
    /** A person said yes; the fix is not delivered yet. */
    @JsonProperty("approved")
    APPROVED,
    /** Nobody decided in time. */
    @JsonProperty("expired")
    EXPIRED,
    /** The fix is committed, and whether the error stays away is being watched. */
    @JsonProperty("applied")
    APPLIED,
    /** It stayed away after the fix. */
    @JsonProperty("closed")
    CLOSED,
    /** It came back in code that holds the fix. */
    @JsonProperty("regressed")
    REGRESSED,
    /** A person wants nothing done about it. */
    @JsonProperty("stopped")
    STOPPED;

    /** What a worker's memory says, told more closely by the verdict it stands on. */
    static IncidentState of(Lifecycle life, Verdict verdict) {
        return switch (life) {
            case NEW -> NEW;
            case PROPOSED -> verdict == Verdict.VERIFIED ? VERIFIED : PROPOSED;
            case DIAGNOSED -> DIAGNOSED;
            case FAILED -> NO_FIX;
            case APPROVED -> APPROVED;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            case APPLIED -> APPLIED;
            case CLOSED -> CLOSED;
            case REGRESSED -> REGRESSED;
            case STOPPED -> STOPPED;
        };
    }

    static IncidentState of(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> VERIFIED;
            case PROPOSED -> PROPOSED;
            case DIAGNOSED -> DIAGNOSED;
            case REFUSED -> REFUSED;
            case FAILED -> NO_FIX;
        };
    }
}
