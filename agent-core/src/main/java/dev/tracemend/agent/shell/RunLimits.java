package dev.tracemend.agent.shell;

import java.time.Duration;

/**
 * What one command may use.
 *
 * @param timeout after it the command and every process it started are ended
 * @param outputBytes how much of its output is kept, half from the beginning and half from the end
 */
public record RunLimits(Duration timeout, int outputBytes) {
    public RunLimits {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a time-out is more than 0 s and at most a day, not " + timeout);
        }
        if (outputBytes < 256 || outputBytes > 64 << 20) {
            throw new IllegalArgumentException("output is kept up to 256 B … 64 MiB, not " + outputBytes + " B");
        }
    }

    /** 60 s and 100,000 bytes. */
    public static RunLimits defaults() {
        return new RunLimits(Duration.ofSeconds(60), 100_000);
    }

    /** The same with another time-out. */
    public RunLimits within(Duration other) {
        return new RunLimits(other, outputBytes);
    }
}
