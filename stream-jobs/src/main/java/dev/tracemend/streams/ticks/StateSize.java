package dev.tracemend.streams.ticks;

/**
 * How much an engine remembers.
 *
 * @param states parts of state, as the engine counts them
 * @param bytes what they take, in memory and in the stores' files
 */
public record StateSize(long states, long bytes) {}
