package dev.tracemend.agent.model;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a provider that gave no answer is asked again, and when no more.
 *
 * @param retries how often one call is repeated
 * @param first wait before the first repetition; doubled each time, and drawn at random between half and all of it
 * @param longest wait that is ever kept, also when the provider asks for more: the call fails then
 * @param failures failed calls in a row after which the provider is left alone
 * @param pause how long it is left alone
 */
public record RetryPolicy(int retries, Duration first, Duration longest, int failures, Duration pause) {

    /** Two repetitions from half a second; after five failed calls in a row a pause of 30 s. */
    public static RetryPolicy usual() {
        return new RetryPolicy(2, Duration.ofMillis(500), Duration.ofSeconds(30), 5, Duration.ofSeconds(30));
    }

    /** The wait before a repetition, the first is 0. */
    Duration wait(int repetition, RandomGenerator random) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(repetition, 20));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
