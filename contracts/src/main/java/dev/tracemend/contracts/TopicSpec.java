package dev.tracemend.contracts;

import java.util.Map;

/** A topic to be made: its full name, its partitions, and Kafka's settings for what it keeps. */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    /** Copies the settings. */
    public TopicSpec {
        config = Map.copyOf(config);
    }
}
