package dev.tracemend.status.http;

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
        String advice) {}
