package dev.tracemend.status.board;

import com.fasterxml.jackson.annotation.JsonProperty;
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
    NO_FIX;

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
