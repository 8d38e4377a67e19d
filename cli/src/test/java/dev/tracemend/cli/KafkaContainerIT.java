package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Our commands against a broker of Testcontainers, on the very image that the stack is tested with. */
class KafkaContainerIT {
    @TempDir
    private Path home;

    @Test
    void aLineIsShippedToAndReadFromTheImageOfTheStack() throws Exception {
        DockerMachine.required();
        DockerImageName image =
                DockerImageName.parse(DockerMachine.kafkaImage()).asCompatibleSubstituteFor("apache/kafka");
        // A network of its own: an engine without a default bridge publishes no port otherwise.
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer(image).withNetwork(network)) {
            kafka.start();
            ship(kafka.getBootstrapServers());
            assertThat(lines(kafka.getBootstrapServers())).anyMatch(line -> line.contains("a line for the container"));
        }
    }

    private void ship(String bootstrap) throws Exception {
        Path log = Files.writeString(home.resolve("app.log"), "2026-11-21 10:00:00 INFO a line for the container\n");
        try (TracemendProcess tail = TracemendProcess.start(
                home, "tail", "--bootstrap", bootstrap, "--topic", "app", "--until-caught-up", log.toString())) {
            assertThat(tail.await(Duration.ofMinutes(2))).as(tail.stderr()).isZero();
        }
    }

    private static List<String> lines(String bootstrap) {
        List<String> lines = new ArrayList<>();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.read(List.of(Topics.raw("app")), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    lines.add(new String(record.value(), StandardCharsets.UTF_8));
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return lines;
    }
}
