package dev.tracemend.worker.policy;

import java.util.Map;

/** The policy of each topic: that of its name, else the one for all. */
public record Policies(Policy otherwise, Map<String, Policy> topics) {
    /** Nothing but defaults. */
    public static final Policies DEFAULT = new Policies(Policy.DEFAULT, Map.of());

    /** Copies the map. */
    public Policies {
        topics = Map.copyOf(topics);
    }

    /** The policy of a topic by its short name. */
    public Policy of(String topic) {
        return topics.getOrDefault(topic, otherwise);
    }
}
