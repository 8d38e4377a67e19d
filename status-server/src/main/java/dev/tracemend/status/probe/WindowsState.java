package dev.tracemend.status.probe;

/**
 * What the engine of the windows remembers, as the one that spoke last tells it.
 *
 * @param engine {@code kstreams} or {@code spark}; empty where none ever told anything
 * @param at when it told, seconds since the epoch
 * @param states parts of state, as the engine counts them
 * @param bytes what they take, in memory and in the store's files
 */
public record WindowsState(String engine, double at, long states, long bytes) {
    static final WindowsState UNTOLD = new WindowsState("", 0, 0, 0);
}
