package dev.tracemend.agent.judge;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Limits of the judge.
 *
 * @param testLimit the longest the project's tests may take
 * @param callLimit the longest one call of a reproduction may take
 * @param searchLimit the longest to look for a reproduction, in time of the processor
 * @param heapMb heap of the child JVM, in megabytes
 * @param scratchDir where the child's empty working folder is made
 * @param maxInputs how many inputs that do not fail are kept to compare behaviour with
 * @param maxReproductions how many inputs that fail as logged are kept
 * @param seed of every random choice
 * @param sandbox whether the child is confined where the machine can do so
 */
public record JudgeConfig(
        Duration testLimit,
        Duration callLimit,
        Duration searchLimit,
        int heapMb,
        Path scratchDir,
        int maxInputs,
        int maxReproductions,
        long seed,
        boolean sandbox) {

    /** The defaults, with the child's working folder below {@code scratchDir}. */
    public static JudgeConfig in(Path scratchDir) {
        return new JudgeConfig(
                Duration.ofSeconds(60),
                Duration.ofMillis(500),
                Duration.ofSeconds(6),
                256,
                scratchDir,
                200,
                20,
                20_240_611L,
                true);
    }
}
