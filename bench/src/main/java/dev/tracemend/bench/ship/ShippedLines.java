package dev.tracemend.bench.ship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of one partition back and compares it with the file it was shipped from, line by line. */
final class ShippedLines implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;

    ShippedLines(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
    }

    /** Records that are there now. */
    long count() {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** What is wrong, empty if every line has arrived once and in order; masked lines count as they are. */
    Optional<String> difference(Shipper shipper, Path file) throws IOException {
        consumer.seekToBeginning(List.of(partition));
        long end = count();
        long line = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    for (String arrived : lines(shipper, record.value())) {
                        line++;
                        String expected = lines.readLine();
                        if (!arrived.equals(expected) && !arrived.contains("[redacted:")) {
                            return Optional.of("line " + line + " should be <" + expected + "> and is <" + arrived + ">");
                        }
                    }
                }
            }
            return lines.readLine() == null ? Optional.empty() : Optional.of("only " + line + " lines arrived");
        }
    }

    private static List<String> lines(Shipper shipper, byte[] value) throws IOException {
        if (shipper.isOurs()) {
            LogLine line = Wire.logLine(value, "", 0);
            return line.kind() == LogLine.Kind.TICK ? List.of() : Arrays.asList(line.line().split("\n", -1));
        }
        String text = new String(value, StandardCharsets.UTF_8);
        if (shipper == Shipper.RSYSLOG) {
            JsonNode node = JSON.readTree(text);
            return List.of(node.path("line").asText());
        }
        return List.of(text);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
