package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A reader of {@code /api/events} who is cut off again and again, while the server stops, starts and loses its disk. */
@ExtendWith(BrokerExtension.class)
class EventsIT {
    private static final int INCIDENTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private final Random random = new Random(42);
    private final Map<String, Integer> told = new TreeMap<>();
    private String last = "";
    private int snapshots;

    @Test
    void aThousandIncidentsAreToldOnceEach(EmbeddedBroker broker) throws Exception {
        try (TestTopics topic = new TestTopics(broker, "events").create()) {
            CompletableFuture<Void> written;
            try (StatusServer server = start(broker)) {
                await().atMost(PATIENCE).until(server::isReady);
                read(server, topic.name(), 0);
                assertThat(last).as("the position of the snapshot").isNotEmpty();
                written = CompletableFuture.runAsync(() -> write(topic));
                read(server, topic.name(), 250);
            }
            try (StatusServer server = start(broker)) {
                read(server, topic.name(), 500);
            }
            delete(folder);
            try (StatusServer server = start(broker)) {
                read(server, topic.name(), 750);
            }
            written.join();
            try (StatusServer server = start(broker)) {
                read(server, topic.name(), INCIDENTS);
                readOn(server, topic.name());
            }
        }
        assertThat(told).hasSize(INCIDENTS).allSatisfy((fingerprint, times) -> assertThat(times)
                .as(fingerprint)
                .isEqualTo(1));
        assertThat(snapshots).isEqualTo(1);
    }

    @Test
    void aPositionOfAnotherBrokerBeginsAnew(EmbeddedBroker broker) throws Exception {
        try (StatusServer server = start(broker)) {
            await().atMost(PATIENCE).until(server::isReady);
            try (StatusClient.Stream events = new StatusClient(server.url()).events("elsewher.AANhcHABAAU")) {
                assertThat(events.next("snapshot").id()).isNotEmpty();
            }
        }
    }

    private static void write(TestTopics topic) {
        for (int i = 0; i < INCIDENTS; i++) {
            topic.context("f" + i, "c" + i, 1, 1_000 + i);
        }
    }

    /** Until so many incidents are known, over connections that each end after a few events. */
    private void read(StatusServer server, String topic, int until) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        StatusClient client = new StatusClient(server.url());
        while ((snapshots == 0 || told.size() < until) && System.nanoTime() < end) {
            try (StatusClient.Stream events = client.events(last)) {
                for (int left = 1 + random.nextInt(60); left > 0 && (snapshots == 0 || told.size() < until); left--) {
                    events.next(Duration.ofSeconds(1)).ifPresent(event -> take(event, topic));
                }
            }
        }
        assertThat(told.size()).as("incidents told").isGreaterThanOrEqualTo(until);
    }

    /** Whatever may still come, and should not. */
    private void readOn(StatusServer server, String topic) throws Exception {
        try (StatusClient.Stream events = new StatusClient(server.url()).events(last)) {
            for (int i = 0; i < 3; i++) {
                events.next(Duration.ofSeconds(1)).ifPresent(event -> take(event, topic));
            }
        }
    }

    private void take(StatusClient.Sent event, String topic) {
        if (event.name().equals("snapshot")) {
            snapshots++;
        }
        if (event.name().equals("incident")
                && event.data().path("topic").asText().equals(topic)) {
            told.merge(event.data().path("fingerprint").asText(), 1, Integer::sum);
        }
        if (!event.id().isEmpty()) {
            last = event.id();
        }
    }

    private StatusServer start(EmbeddedBroker broker) {
        return StatusServer.start(StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder.resolve("state"), ""));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
