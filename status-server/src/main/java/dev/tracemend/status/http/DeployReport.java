package dev.tracemend.status.http;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What runs here. The first four keys are the older form.
 *
 * @param status {@code pending}, {@code building}, {@code done}, {@code up}, {@code down} or {@code error}; {@code up}
 *     where no deployment was recorded, since this server runs
 * @param ts since when, seconds since the epoch
 * @param composeHash empty where no compose file deployed it
 * @param image empty outside a container
 */
record DeployReport(
        String status,
        double ts,
        @JsonProperty("compose_hash") String composeHash,
        String image,
        String version,
        String commit,
        String bootstrap,
        @JsonProperty("model_note") String modelNote) {}
