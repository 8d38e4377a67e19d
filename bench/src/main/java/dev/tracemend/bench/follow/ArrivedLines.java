package dev.tracemend.bench.follow;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the lines of a topic; ticks are none. */
final class ArrivedLines implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private long count;

    ArrivedLines(String bootstrap, String shortTopic) {
        topic = Topics.raw(shortTopic);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        // Thousands of sources send some ticks each.
                        "max.poll.records",
                        "50000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    long count() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        if (!consumer.assignment().isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                count += Wire.logLine(record.value(), "", 0).kind() == LogLine.Kind.LINE ? 1 : 0;
            }
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
