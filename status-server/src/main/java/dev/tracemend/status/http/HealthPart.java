package dev.tracemend.status.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One part of what health rests on.
 *
 * @param state in a word
 * @param ageSeconds how long it has been so, or how old the news is
 * @param detail what was seen
 * @param advice what to do, empty while all is well
 */
record HealthPart(
        boolean ok,
        String state,
        @JsonProperty("age_seconds") double ageSeconds,
        String detail,
        String advice) {

    /** Whether there is nothing to wait for, and nothing to do. */
    @JsonIgnore
    boolean isFine() {
        return ok && advice.isEmpty();
    }

    /** What is the matter, as a sentence. */
    String reason(String name) {
        String why = detail.isEmpty() ? state : state + " (" + detail + ")";
        return name + " is " + why + (advice.isEmpty() ? "" : ": " + advice);
    }
}
