package dev.tracemend.worker.policy;

import java.time.Duration;

/**
 * A budget: what may be spent before nothing more is begun. An attempt that has begun is finished.
 *
 * @param tokens of a model, in and out together
 * @param money in the currency of the policy's prices
 */
public record Limits(int attempts, Duration time, long tokens, double money) {

    /** Which part of the budget is spent, with the figures; empty where none is. */
    public String spent(Spending so) {
        if (so.attempts() >= attempts) {
            return so.attempts() + " of " + attempts + " attempts";
        } else if (so.seconds() >= time.toSeconds()) {
            return Math.round(so.seconds()) + " of " + time.toSeconds() + " seconds";
        } else if (so.tokens() >= tokens) {
            return so.tokens() + " of " + tokens + " tokens";
        }
        return so.money() >= money ? so.money() + " of " + money + " of money" : "";
    }
}
