package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.contracts.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack of compose.yaml as a newcomer meets it: built, started and used from the host, on a real engine. */
class ComposeIT {
    private static final String GROUP = "tracemend-worker-app";
    private static final String BOOTSTRAP =
            "localhost:" + System.getenv().getOrDefault("TRACEMEND_KAFKA_PORT", "29092");
    private static final String PAGE = "http://127.0.0.1:" + System.getenv().getOrDefault("TRACEMEND_PORT", "8765");

    @TempDir
    private Path folder;

    @Test
    void mendsTheShopServesTheHostAndLeavesNothing() throws Exception {
        DockerMachine.required();
        try {
            assertThat(DockerMachine.script("compose-check", "up", folder.toString()))
                    .as("built, started, and the shop mended; what went wrong stands above")
                    .isTrue();
            // On a machine that still works off the build a first connection may take longer than a command waits.
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(CommandFailure.class)
                    .untilAsserted(() -> assertThat(resultsSeenFromTheHost()).hasSizeGreaterThanOrEqualTo(10));
            assertThat(status("/health/readiness")).isEqualTo(200);
            workerOfTheHostJoinsTheGroup();
        } finally {
            assertThat(DockerMachine.script("compose-check", "down", folder.toString()))
                    .as("`down -v` leaves nothing")
                    .isTrue();
        }
    }

    private static Set<String> resultsSeenFromTheHost() {
        Set<String> fingerprints = new HashSet<>();
        try (Kafka kafka = Kafka.connect(BOOTSTRAP)) {
            kafka.read(List.of(Topics.results("app")), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    fingerprints.add(record.key());
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return fingerprints;
    }

    private static int status(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(PAGE + path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void workerOfTheHostJoinsTheGroup() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path checkout = folder.resolve("clone");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP));
                TracemendProcess worker = TracemendProcess.start(
                        home,
                        Map.of("KAFKA_BOOTSTRAP_SERVERS", BOOTSTRAP),
                        List.of("worker", "--topic", "app", "--workspace", checkout.toString()))) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(partitionsOfMembers(admin))
                            .as("members with work\n" + worker.stderr())
                            .hasSize(2)
                            .doesNotContain(0));
            worker.terminate();
            assertThat(worker.await(Duration.ofMinutes(1))).isZero();
        }
    }

    private static List<Integer> partitionsOfMembers(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get().members().stream()
                .map(MemberDescription::assignment)
                .map(assignment -> assignment.topicPartitions().size())
                .toList();
    }
}
