package dev.tracemend.status.probe;

import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the windows are, on either engine: of each raw partition the farthest offset that a group of theirs committed, and
 * the last that was told beside one.
 */
final class WindowsReading {
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, WindowProgress> told = new HashMap<>();

    /** Takes what one group committed; the broker gives a null where it committed nothing. */
    void add(Map<TopicPartition, OffsetAndMetadata> group) {
        group.forEach((partition, committed) -> {
            if (committed != null) {
                next.merge(partition, committed.offset(), Math::max);
                beside(committed)
                        .ifPresent(progress -> told.merge(partition, progress, (a, b) -> a.ts() > b.ts() ? a : b));
            }
        });
    }

    private static Optional<WindowProgress> beside(OffsetAndMetadata committed) {
        // Kafka Streams puts something of its own there, which is no JSON.
        if (!committed.metadata().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.windowProgress(committed.metadata().getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /** The next offset to read of a partition. */
    long next(TopicPartition partition, long first) {
        return Math.max(first, next.getOrDefault(partition, first));
    }

    /** The latest event time that was met in a topic, seconds since the epoch. */
    double watermark(String fullTopic) {
        return told.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(fullTopic))
                .mapToDouble(each -> each.getValue().watermark())
                .max()
                .orElse(0);
    }

    /** The state of the engine that spoke last. */
    WindowsState state() {
        return told.values().stream()
                .max((a, b) -> Double.compare(a.ts(), b.ts()))
                .map(last -> new WindowsState(last.engine(), last.ts(), last.states(), last.stateBytes()))
                .orElse(WindowsState.UNTOLD);
    }
}
