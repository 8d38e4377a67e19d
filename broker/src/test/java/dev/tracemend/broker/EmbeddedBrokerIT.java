package dev.tracemend.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerIT {
    @TempDir
    Path folder;

    @Test
    void keepsTopicsAndRecordsOverARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            broker.createTopic("kept", 3, Map.of("retention.ms", "60000"));
            broker.createTopic("kept", 1, Map.of());
            send(broker, "kept", "before");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.describeTopics(List.of("kept"))
                            .allTopicNames()
                            .get()
                            .get("kept")
                            .partitions())
                    .hasSize(3);
            send(broker, "kept", "after");
            assertThat(read(broker, "kept", 3, 2)).containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void makesATopicWhenItIsFirstWritten() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            send(broker, "made-by-writing", "a line");
            assertThat(read(broker, "made-by-writing", 1, 1)).containsExactly("a line");
        }
    }

    @Test
    void namesThePortInUseAndTheRemedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("--kafka-port")
                    .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
        }
        EmbeddedBroker.start(folder, 0).close();
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() {
        EmbeddedBroker first = EmbeddedBroker.start(folder, 0);
        try (first) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another broker");
            first.createTopic("still-alive", 1, Map.of());
        }
    }

    @Test
    void saysSoWhenTheFolderIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another folder");
    }

    @Test
    void saysSoWhenItsDataIsDamaged() throws Exception {
        Path kafka = Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(kafka.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=other\n");
        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(kafka.toString());
    }

    private static void send(EmbeddedBroker broker, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int partitions, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int i = 0; i < partitions; i++) {
                all.add(new TopicPartition(topic, i));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (int polls = 0; values.size() < count && polls < 40; polls++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
