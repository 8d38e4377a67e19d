package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a broker of its own: it must be absent first, and empty then. */
class BrokerComesLaterIT {
    @Test
    void thePageIsThereWithoutABrokerAndTheBoardFollowsOnceThereIsOne(@TempDir Path folder, @TempDir Path data)
            throws IOException {
        int port = freePort();
        long from = System.nanoTime();
        try (StatusServer server =
                StatusServer.start(StatusConfig.of("127.0.0.1:" + port, "127.0.0.1", 0, folder, ""))) {
            StatusClient client = new StatusClient(server.url());
            assertThat(client.get("/").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
            assertThat(client.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(client.json("/api/incidents").path("total").asInt()).isZero();
            assertThat(client.get("/api/incidents/a/b").statusCode()).isEqualTo(503);
            await().untilAsserted(() -> {
                assertThat(client.get("/health").statusCode()).isEqualTo(503);
                assertThat(client.json("/health").path("ok").asBoolean()).isFalse();
                assertThat(client.json("/health").at("/parts/broker/advice").asText())
                        .contains("tracemend up");
                assertThat(client.json("/health/readiness").at("/reasons/0").asText())
                        .contains("broker is unreachable", "tracemend up");
            });

            try (EmbeddedBroker broker = EmbeddedBroker.start(data, port)) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                                client.get("/health/readiness").statusCode())
                        .as("ready with no topic at all")
                        .isEqualTo(200));
                try (TestTopics topic = new TestTopics(broker, "first").create()) {
                    topic.context("f1", "c1", 1, 1_000);
                    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                                    client.json("/api/incidents").path("total").asInt())
                            .isEqualTo(1));
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
