package dev.tracemend.status.probe;

import java.util.List;

/**
 * What the last look at the broker showed.
 *
 * @param reachable whether the broker answered
 * @param detail why not, empty otherwise
 * @param at when it was asked, seconds since the epoch; 0 before the first look
 * @param topics by short name
 * @param windows what the engine of the windows remembers
 */
public record Pipeline(boolean reachable, String detail, double at, List<TopicFlow> topics, WindowsState windows) {

    /** Before the first look. */
    static final Pipeline UNASKED = new Pipeline(false, "not asked yet", 0, List.of(), WindowsState.UNTOLD);

    /** Copies the list. */
    public Pipeline {
        topics = List.copyOf(topics);
    }

    /** What was known before, now that the broker does not answer. */
    Pipeline unreachable(String why, double now) {
        return new Pipeline(false, why, now, topics, windows);
    }

    /** Whether a worker is connected to a topic. */
    public boolean hasWorker(String topic) {
        return topics.stream().anyMatch(flow -> flow.topic().equals(topic) && flow.workers() > 0);
    }

    /** Whether the broker was asked at all. */
    public boolean asked() {
        return at > 0;
    }
}
