package dev.tracemend.bench.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The peer: reads each envelope with Jackson, keeps twenty lines of a source, and sends these with each line that says
 * ERROR. No grouping, no state that outlives it, no exactly-once.
 */
final class PlainWindows {
    private static final int BEFORE = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Deque<String>> before = new HashMap<>();

    private PlainWindows() {}

    /** Arguments: bootstrap, raw topic, topic of windows. */
    public static void main(String[] args) throws IOException {
        new PlainWindows().run(args[0], args[1], args[2]);
    }

    private void run(String bootstrap, String raw, String out) throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "max.poll.records", "5000"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "compression.type", "lz4", "linger.ms", "5"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(raw, 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            System.out.println("engine started");
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    byte[] window = window(record.value());
                    if (window.length > 0) {
                        producer.send(new ProducerRecord<>(out, window));
                    }
                }
            }
        }
    }

    private byte[] window(byte[] value) throws IOException {
        JsonNode line = json.readTree(value);
        String text = line.path("line").asText();
        Deque<String> lines =
                before.computeIfAbsent(line.path("source").asText(), source -> new ArrayDeque<>(BEFORE + 1));
        boolean error = text.contains(" ERROR ");
        byte[] window = new byte[0];
        if (error) {
            window = (String.join("\n", lines) + '\n' + text).getBytes(StandardCharsets.UTF_8);
        }
        lines.addLast(text);
        if (lines.size() > BEFORE) {
            lines.removeFirst();
        }
        return window;
    }
}
