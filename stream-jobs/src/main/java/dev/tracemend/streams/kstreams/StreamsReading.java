package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** What Kafka Streams knows of its own work, read when it is asked for. */
record StreamsReading(KafkaStreams streams) {
    private static final Set<String> BYTES = Set.of("size-all-mem-tables", "total-sst-files-size");

    /** Raw records that wait. */
    long lag() {
        return sum(name -> name.name().equals("records-lag") && isRaw(name));
    }

    /** What the stores take, in memory and on disk. */
    long stateBytes() {
        return sum(name -> BYTES.contains(name.name()));
    }

    /** The next offset of each raw partition that is read here, as far as it was committed. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> next = new HashMap<>();
        streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .forEach(task -> task.committedOffsets().forEach((partition, offset) -> {
                    if (offset >= 0 && Topics.ALL_RAW.matcher(partition.topic()).matches()) {
                        next.put(partition, offset);
                    }
                }));
        return next;
    }

    private long sum(Predicate<MetricName> which) {
        double sum = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            if (which.test(metric.getKey()) && metric.getValue().metricValue() instanceof Number value) {
                sum += Double.isFinite(value.doubleValue()) ? value.doubleValue() : 0;
            }
        }
        return Math.round(sum);
    }

    private static boolean isRaw(MetricName name) {
        // Kafka writes dots of a topic as underscores here.
        return name.tags().getOrDefault("topic", "").replace('_', '.').startsWith(Topics.RAW_PREFIX);
    }
}
