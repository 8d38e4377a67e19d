package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class RestartIT {
    @TempDir
    private Path folder;

    @Test
    void aRestartLosesNothingAndCountsNothingTwice(EmbeddedBroker broker) throws IOException {
        try (TestTopics topic = new TestTopics(broker, "restart").create()) {
            String path = "/api/incidents/" + topic.name() + "/f1";
            JsonNode before;
            try (StatusServer server = start(broker)) {
                StatusClient client = new StatusClient(server.url());
                topic.context("f1", "c1", 500, 1_000);
                topic.result(IncidentSamples.verified(topic.name(), "f1", "r1", 1_010));
                await().untilAsserted(() ->
                        assertThat(client.json(path).path("state").asText()).isEqualTo("verified fix"));
                before = client.json(path);
            }
            topic.context("f1", "c2", 7, 1_020);

            try (StatusServer server = start(broker)) {
                StatusClient client = new StatusClient(server.url());
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                                client.json(path).path("count").asLong())
                        .isEqualTo(507));
                assertThat(client.json(path).path("standing")).isEqualTo(before.path("standing"));
                assertThat(client.json(path).path("results").asInt()).isEqualTo(1);
            }

            delete(folder.resolve("board"), List.of("instance"));
            try (StatusServer server = start(broker)) {
                StatusClient client = new StatusClient(server.url());
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                                client.json(path).path("count").asLong())
                        .as("the folder is gone, the changelog tells it again")
                        .isEqualTo(507));
                assertThat(client.json(path).path("standing")).isEqualTo(before.path("standing"));
            }
        }
    }

    @Test
    void aKilledBoardCountsEachErrorOnce(EmbeddedBroker broker) throws Exception {
        int contexts = 400;
        try (TestTopics topic = new TestTopics(broker, "killed").create()) {
            String path = "/api/incidents/" + topic.name() + "/f1";
            Path address = folder.resolve("address");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StatusProcess.class.getName(),
                            broker.bootstrap(),
                            folder.toString(),
                            address.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("process.log").toFile())
                    .start();
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(address));
                StatusClient client = new StatusClient(Files.readString(address));
                for (int i = 0; i < contexts; i++) {
                    topic.context("f1", "c" + i, 1, 1_000 + i);
                }
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> client.json(path).path("count").asLong() > contexts / 8);
            } finally {
                process.destroyForcibly().waitFor();
            }

            try (StatusServer server = start(broker)) {
                StatusClient client = new StatusClient(server.url());
                await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                                client.json(path).path("count").asLong())
                        .isEqualTo(contexts));
                assertThat(client.json(path).path("contexts").asInt()).isEqualTo(contexts);
            }
        }
    }

    private StatusServer start(EmbeddedBroker broker) {
        return StatusServer.start(StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder, ""));
    }

    private static void delete(Path folder, List<String> keep) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!keep.contains(file.getFileName().toString()) && !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
