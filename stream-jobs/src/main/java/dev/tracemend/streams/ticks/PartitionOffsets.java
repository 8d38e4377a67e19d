package dev.tracemend.streams.ticks;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The offsets of a Kafka source as Spark tells them: <code>{"logs.raw.app":{"0":123}}</code>. */
public record PartitionOffsets(Map<TopicPartition, Long> offsets) {
    private static final Pattern TOPIC = Pattern.compile("\"([^\"]+)\":\\{([^}]*)}");
    private static final Pattern OFFSET = Pattern.compile("\"(\\d{1,9})\":(\\d{1,18})");

    /** Copies them. */
    public PartitionOffsets {
        offsets = Map.copyOf(offsets);
    }

    /** What is no such text holds none. */
    public static PartitionOffsets of(@Nullable String json) {
        Map<TopicPartition, Long> found = new HashMap<>();
        Matcher topic = TOPIC.matcher(json == null ? "" : json);
        while (topic.find()) {
            Matcher offset = OFFSET.matcher(topic.group(2));
            while (offset.find()) {
                found.put(
                        new TopicPartition(topic.group(1), Integer.parseInt(offset.group(1))),
                        Long.parseLong(offset.group(2)));
            }
        }
        return new PartitionOffsets(found);
    }

    /** The same with a zero for each partition that only the other knows. */
    public PartitionOffsets orZero(PartitionOffsets other) {
        Map<TopicPartition, Long> all = new HashMap<>(offsets);
        other.offsets.keySet().forEach(partition -> all.putIfAbsent(partition, 0L));
        return new PartitionOffsets(all);
    }

    /** How many offsets lie between an earlier reading and this one, over the partitions that are in both. */
    public long since(PartitionOffsets earlier) {
        return offsets.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue() - earlier.offsets.getOrDefault(e.getKey(), e.getValue())))
                .sum();
    }
}
