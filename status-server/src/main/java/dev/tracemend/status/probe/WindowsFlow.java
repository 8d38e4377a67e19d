package dev.tracemend.status.probe;

/**
 * How the windows work on the raw lines of one topic.
 *
 * @param rate lines a second that they worked on over the last half minute
 * @param watermark the latest event time that they met in the topic, seconds since the epoch; 0 where they told none
 */
public record WindowsFlow(double rate, double watermark) {}
