package dev.tracemend.worker;

import dev.tracemend.worker.deliver.Answer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Answers that need no work, gathered to be written in one transaction with the offsets of what they answer. */
final class LaneBatch {
    private final String topic;
    private Answer answer;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

    LaneBatch(String topic) {
        this.topic = topic;
        this.answer = new Answer(topic);
    }

    void add(Answer more, Map<TopicPartition, OffsetAndMetadata> upTo) {
        answer.add(more);
        offsets.putAll(upTo);
    }

    boolean isEmpty() {
        return offsets.isEmpty();
    }

    Answer answer() {
        return answer;
    }

    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return Map.copyOf(offsets);
    }

    void clear() {
        answer = new Answer(topic);
        offsets.clear();
    }
}
