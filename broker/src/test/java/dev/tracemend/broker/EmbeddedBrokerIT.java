package dev.tracemend.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    @TempDir
    private Path folder;

    @Test
    void keepsTopicsAndRecordsOverARestart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            broker.createTopic("kept", 2, Map.of("retention.ms", "1000000"));
            broker.createTopic("kept", 2, Map.of());
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", 1, "k", "v")).get();
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(read(broker)).containsExactly("v");
        }
    }

    @Test
    void namesThePortAndTheRemedyWhenItIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("another process runs a broker on " + folder);
        }
    }

    @Test
    void servesOnThePortAndFolderThatWereRefusedOnce() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, port)).isInstanceOf(BrokerStartException.class);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port)) {
            assertThat(broker.bootstrap()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void namesTheFolderAndTheRemedyWhenItsDataIsForeign() throws Exception {
        Path kafka = Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(kafka.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=other\n");
        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(kafka.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void saysSoWhenTheFolderIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void doesNotTakeTheProcessWithItWhenItsFolderIsRemoved() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", broker.bootstrap(),
                                "delivery.timeout.ms", 3_000,
                                "request.timeout.ms", 1_000,
                                "max.block.ms", 2_000),
                        new StringSerializer(),
                        new StringSerializer())) {
            remove(folder.resolve("kafka"));
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>("nowhere", "v")).get())
                    .hasRootCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
        }
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 1);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
