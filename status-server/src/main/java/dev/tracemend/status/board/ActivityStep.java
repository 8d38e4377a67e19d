package dev.tracemend.status.board;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.WorkMetric;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened within one step of time.
 *
 * @param at begin of the step, seconds since the epoch
 * @param errors by the time at which they were logged
 * @param fixes verified ones, by the time at which they were proved
 * @param fixSeconds from the first error of a cause to its fix, one for each fix, at most {@value #MOST}
 * @param attempts that ended
 * @param tokens of models
 * @param cost of the tokens, in the policy's currency
 */
public record ActivityStep(
        double at, long errors, int fixes, List<Double> fixSeconds, int attempts, long tokens, double cost) {
    private static final int MOST = 200;

    /** Copies the list, and keeps no more than it may hold. */
    public ActivityStep {
        fixSeconds = fixSeconds == null
                ? List.of()
                : List.copyOf(fixSeconds.size() > MOST ? fixSeconds.subList(0, MOST) : fixSeconds);
    }

    static ActivityStep empty(double at) {
        return new ActivityStep(at, 0, 0, List.of(), 0, 0, 0);
    }

    static ActivityStep seen(ErrorContext context) {
        return new ActivityStep(0, Math.max(1, context.count()), 0, List.of(), 0, 0, 0);
    }

    static ActivityStep fixed(double seconds) {
        return new ActivityStep(0, 0, 1, List.of(Math.max(0, seconds)), 0, 0, 0);
    }

    static ActivityStep spent(WorkMetric metric) {
        return new ActivityStep(0, 0, 0, List.of(), 1, metric.tokensIn() + metric.tokensOut(), metric.cost());
    }

    /** Both together, at the time of this one. */
    ActivityStep plus(ActivityStep other) {
        List<Double> both = new ArrayList<>(fixSeconds);
        both.addAll(other.fixSeconds);
        return new ActivityStep(
                at,
                errors + other.errors,
                fixes + other.fixes,
                both,
                attempts + other.attempts,
                tokens + other.tokens,
                cost + other.cost);
    }
}
