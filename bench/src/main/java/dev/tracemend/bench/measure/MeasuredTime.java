package dev.tracemend.bench.measure;

import picocli.CommandLine.Option;

/** The options for how long is measured. */
public final class MeasuredTime {
    @Option(names = "--seconds", description = "of the measurement (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", description = "seconds before the measurement (default: ${DEFAULT-VALUE})")
    private int warmUp;

    /** With a command's own defaults. */
    public MeasuredTime(int seconds, int warmUp) {
        this.seconds = seconds;
        this.warmUp = warmUp;
    }

    /** Of the measurement. */
    public int seconds() {
        return seconds;
    }

    /** Seconds before it. */
    public int warmUp() {
        return warmUp;
    }
}
