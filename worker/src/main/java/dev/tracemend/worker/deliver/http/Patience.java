package dev.tracemend.worker.deliver.http;

import java.time.Duration;

/**
 * How long a server of others is waited for.
 *
 * @param tries requests in all, at least one
 * @param first wait before the second; it doubles with each
 * @param longest wait that is ever kept; a server that asks for more is not asked again here
 * @param timeout for one request
 */
public record Patience(int tries, Duration first, Duration longest, Duration timeout) {

    /** Rejects what cannot work. */
    public Patience {
        if (tries < 1 || first.isNegative() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("at least one try, and a time for it");
        }
    }

    /** Four tries over at most half a minute of waiting, 15 s for each. */
    public static Patience usual() {
        return new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofSeconds(15));
    }

    /** The wait after so many tries. */
    Duration after(int done) {
        long doubled = first.toMillis() << Math.min(done - 1, 20);
        return Duration.ofMillis(Math.min(doubled, longest.toMillis()));
    }
}
