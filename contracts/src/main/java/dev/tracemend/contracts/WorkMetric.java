package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The value of {@code agent.metrics}: what one attempt took. All workers count their budgets from these records. The keys
 * {@code container, summary_len, plan_len, ts} are there for older consumers.
 *
 * @param container the topic's short name
 * @param summaryLength characters of the result's summary
 * @param planLength characters of the result's plan
 * @param ts when the attempt ended, seconds since the epoch
 * @param v version of this form, 1
 * @param id the result's id; the record's key
 * @param fingerprint the cause
 * @param verdict how it ended
 * @param attempt its number for this cause, from 1
 * @param durations seconds by stage, {@code total} among them
 * @param calls of a model
 * @param tokensIn tokens sent to a model
 * @param tokensOut tokens it answered
 * @param cost of the tokens, in the policy's currency
 * @param lag seconds from the context's record to the begin of the work
 */
public record WorkMetric(
        String container,
        @JsonProperty("summary_len") int summaryLength,
        @JsonProperty("plan_len") int planLength,
        double ts,
        int v,
        String id,
        String fingerprint,
        Verdict verdict,
        int attempt,
        Map<String, Double> durations,
        int calls,
        long tokensIn,
        long tokensOut,
        double cost,
        double lag) {

    /** Replaces what is absent by the neutral value. */
    public WorkMetric {
        container = Absent.text(container);
        ts = Absent.finite(ts);
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        fingerprint = Absent.text(fingerprint);
        verdict = Absent.or(verdict, Verdict.DIAGNOSED);
        durations = Absent.map(durations);
        cost = Absent.finite(cost);
        lag = Absent.finite(lag);
    }
}
