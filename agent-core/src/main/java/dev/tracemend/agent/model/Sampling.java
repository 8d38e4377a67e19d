package dev.tracemend.agent.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a reply is drawn.
 *
 * @param temperature 0 for the likeliest words; empty for the provider's default
 * @param maxTokens longest reply; empty for the provider's default
 * @param rollout which draw of the same request it is: another number passes a cache by, and no provider sees it
 */
public record Sampling(OptionalDouble temperature, OptionalInt maxTokens, int rollout) {

    /** The provider's defaults, first draw. */
    public static Sampling usual() {
        return new Sampling(OptionalDouble.empty(), OptionalInt.empty(), 0);
    }

    /** The n-th draw at a temperature. */
    public static Sampling draw(int rollout, double temperature) {
        return new Sampling(OptionalDouble.of(temperature), OptionalInt.empty(), rollout);
    }
}
