package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the server counts, and what becomes of hostile text on its way out. */
@ExtendWith(BrokerExtension.class)
class FiguresIT {
    private static EmbeddedBroker broker;
    private static StatusServer server;
    private static StatusClient client;

    @BeforeAll
    static void start(EmbeddedBroker shared, @TempDir Path folder) {
        broker = shared;
        server = StatusServer.start(StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder, ""));
        client = new StatusClient(server.url());
        await().until(server::isReady);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void metricsTellBoardLagStreamsAndRequests() throws Exception {
        try (TestTopics topic = new TestTopics(broker, "met").create();
                StatusClient.Stream events = client.events("")) {
            topic.context("f1", "c1", 3, 1_000);
            String labels = "{state=\"new\",topic=\"" + topic.name() + "\"}";
            await().untilAsserted(() -> assertThat(client.get("/metrics").body())
                    .contains(
                            "tracemend_board_incidents" + labels + " 1.0\n",
                            "tracemend_board_errors{topic=\"" + topic.name() + "\"} 3.0\n",
                            "tracemend_topic_records{stage=\"ctx\",topic=\"" + topic.name() + "\"} 1.0\n",
                            "tracemend_worker_lag_records{topic=\"" + topic.name() + "\"} 0.0\n",
                            "tracemend_windows_lag_records{topic=\"" + topic.name() + "\"} 0.0\n",
                            "tracemend_worker_members{topic=\"" + topic.name() + "\"} 0.0\n",
                            "tracemend_board_ready 1.0\n",
                            "tracemend_broker_reachable 1.0\n",
                            "tracemend_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"200\"}",
                            "tracemend_http_request_seconds_bucket{route=\"/metrics\",le=\"0.05\"}",
                            "jvm_memory_used_bytes{area=\"heap\"}"));
            assertThat(streams()).isPositive();
            assertThat(events.response().statusCode()).isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(streams()).isZero());
        client.get("/strange-path-" + System.nanoTime());
        assertThat(client.get("/metrics").headers().firstValue("content-type").orElse(""))
                .startsWith("text/plain")
                .contains("version=0.0.4");
        assertThat(client.get("/metrics").body())
                .contains("route=\"none\",status=\"404\"")
                .doesNotContain("strange-path");
    }

    private static double streams() {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("tracemend_event_streams "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    @Test
    void whatALogSaysStaysText() {
        String hostile =
                "<script>alert(1)</script><img src=x onerror=alert(1)>\u001b[2J\u001b]0;owned\u0007\r\nSet-Cookie: x=1\u202e";
        try (TestTopics topic = new TestTopics(broker, "text").create()) {
            topic.context(IncidentSamples.context(topic.name(), "f1", "c1", hostile, 3, 1_000));
            String path = "/api/incidents/" + topic.name() + "/f1";
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("title").asText()).isEqualTo(hostile));
            for (String asked : List.of(path, "/api/incidents?topic=" + topic.name(), "/containers", "/metrics")) {
                HttpResponse<String> answer = client.get(asked);
                assertThat(answer.headers().firstValue("content-type").orElse(""))
                        .as(asked)
                        .doesNotContain("html");
                assertThat(answer.headers().firstValue("x-content-type-options"))
                        .contains("nosniff");
                assertThat(answer.headers()
                                .firstValue("content-security-policy")
                                .orElse(""))
                        .contains("default-src 'none'");
                assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
                assertThat(answer.body()).as(asked).doesNotContain("\u001b", "\u0007");
            }
        }
    }
}
