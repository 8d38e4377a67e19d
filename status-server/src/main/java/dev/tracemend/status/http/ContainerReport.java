package dev.tracemend.status.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The newest answer on one topic; the first four keys are the older form.
 *
 * @param ts when that answer was made, or else when the topic was last heard of
 * @param count errors on the topic, over all incidents
 * @param incidents how many incidents it has
 * @param fingerprint the incident that the answer belongs to
 */
record ContainerReport(
        String summary,
        @JsonProperty("key_points") String keyPoints,
        String plan,
        double ts,
        long count,
        int incidents,
        String fingerprint) {}
