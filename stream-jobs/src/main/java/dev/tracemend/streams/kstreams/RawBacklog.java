package dev.tracemend.streams.kstreams;

/** Whether one engine is behind: then the broker answers with as many records as it is asked for. */
final class RawBacklog {
    /** Half of what Kafka Streams asks for at once. */
    private static final int MANY = 500;

    private volatile boolean behind;

    /** So many records came with one answer. */
    void polled(int records) {
        behind = records >= MANY;
    }

    /** Whether more wait than the last answer held. */
    boolean isBehind() {
        return behind;
    }
}
