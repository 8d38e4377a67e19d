package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person can decide about a proposal or a cause. */
public enum Decision {
    /** The patch is right: it is delivered. */
    @JsonProperty("approve")
    APPROVE,
    /** The patch is wrong: nothing is proposed again unless the code changes there. */
    @JsonProperty("reject")
    REJECT,
    /** Another attempt is wanted. */
    @JsonProperty("retry")
    RETRY,
    /** Nothing is to be done about this cause any more, whatever changes. */
    @JsonProperty("stop")
    STOP;

    /** The word used on the wire and in every listing. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
