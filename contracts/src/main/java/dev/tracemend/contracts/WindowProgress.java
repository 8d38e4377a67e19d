package dev.tracemend.contracts;

/**
 * What an engine of the windows tells of a raw partition besides how far it has read: the metadata of its group's offset.
 *
 * @param v version of this form, 1
 * @param engine {@code kstreams} or {@code spark}
 * @param ts when it was told, seconds since the epoch
 * @param watermark the latest event time of any source of the topic, seconds since the epoch; 0 while the engine has seen
 *     none since it started
 * @param states parts of state that the engine keeps, over all its topics
 * @param stateBytes what they take, in memory and in the store's files
 */
public record WindowProgress(int v, String engine, double ts, double watermark, long states, long stateBytes) {
    /** Replaces what is absent by the neutral value. */
    public WindowProgress {
        v = v == 0 ? 1 : v;
        engine = Absent.text(engine);
        ts = Absent.finite(ts);
        watermark = Absent.finite(watermark);
    }
}
