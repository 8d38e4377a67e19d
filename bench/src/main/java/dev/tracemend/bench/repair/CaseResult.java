package dev.tracemend.bench.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * What became of one case; a line of JSON.
 *
 * @param plausible how many changes passed everything the case gives
 * @param verified whether the best one is claimed to be verified
 * @param checked whether the case brings a checker
 * @param right whether the best one passes the checker
 * @param rank the place of the first that passes the checker, 1 the best; 0 where none does or none is known
 * @param firstAfter candidates judged until the first passed
 * @param cpuSeconds of this program and its children, without the checker
 * @param problem why the case could not be run; empty where it could
 * @param reproduced whether the failure was made to happen; where not, {@code plausible} counts what is proposed unproved
 */
record CaseResult(
        String name,
        String kind,
        boolean negative,
        int plausible,
        boolean verified,
        boolean checked,
        boolean right,
        int rank,
        int candidates,
        int firstAfter,
        boolean exhausted,
        double cpuSeconds,
        double wallSeconds,
        String operator,
        String change,
        String why,
        String problem,
        boolean reproduced) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static CaseResult broken(String name, String problem) {
        return new CaseResult(name, "", false, 0, false, false, false, 0, 0, 0, false, 0, 0, "", "", "", problem, true);
    }

    String json() throws IOException {
        return JSON.writeValueAsString(this);
    }

    static CaseResult of(String json) throws IOException {
        JsonNode node = JSON.readTree(json);
        return JSON.treeToValue(node, CaseResult.class);
    }

    /** Claimed to be verified, and not right by the checker: the worst there is. */
    boolean wrongButVerified() {
        return verified && (negative || checked && !right);
    }
}
