package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.WindowProgress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How the pipeline flows, as the broker tells it. */
@ExtendWith(BrokerExtension.class)
class PipelineIT {
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
    void thePipelineShowsItsStages() throws Exception {
        try (TestTopics topic = new TestTopics(broker, "flow").create();
                StatusClient.Stream events = client.events("")) {
            topic.context("f1", "c1", 2, 1_000);

            await().untilAsserted(() -> {
                JsonNode flow = flow(topic);
                assertThat(flow.at("/ctx/records").asLong()).isEqualTo(1);
                assertThat(flow.at("/ctx/newest").asDouble()).isPositive();
                assertThat(flow.path("workers").asInt()).isZero();
                assertThat(flow.path("unread").isIntegralNumber()).isTrue();
                assertThat(flow.path("unread").asLong()).isZero();
            });
            assertThat(events.next("pipeline").data().path("reachable").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void theWindowsShowHowFarTheyAreAndWhatTheyRemember() {
        try (TestTopics topic = new TestTopics(broker, "wind").create()) {
            topic.raw(5);
            await().untilAsserted(() ->
                    assertThat(flow(topic).path("unread").asLong()).isEqualTo(5));

            double now = System.currentTimeMillis() / 1000.0;
            topic.windowed("tracemend-windows-spark", 2, new WindowProgress(1, "spark", now - 60, 1_000.5, 9, 900));
            topic.windowed(
                    "tracemend-windows-progress", 3, new WindowProgress(1, "kstreams", now, 1_002.25, 37, 4_096));
            await().untilAsserted(() -> {
                JsonNode flow = flow(topic);
                assertThat(flow.path("unread").asLong()).isEqualTo(2);
                assertThat(flow.at("/windows/watermark").asDouble()).isEqualTo(1_002.25);
                assertThat(flow.at("/windows/rate").asDouble()).isPositive();
                JsonNode state = client.json("/api/pipeline").path("windows");
                assertThat(state.path("engine").asText()).isEqualTo("kstreams");
                assertThat(state.path("states").asLong()).isEqualTo(37);
                assertThat(state.path("bytes").asLong()).isEqualTo(4_096);
            });
            String label = "{topic=\"" + topic.name() + "\"} ";
            assertThat(client.get("/metrics").body())
                    .contains(
                            "tracemend_windows_lag_records" + label + "2.0\n",
                            "tracemend_windows_watermark_seconds" + label + "1002.25\n",
                            "tracemend_windows_records_per_second" + label,
                            "tracemend_windows_states 37.0\n",
                            "tracemend_windows_state_bytes 4096.0\n");
        }
    }

    private static JsonNode flow(TestTopics topic) {
        for (JsonNode flow : client.json("/api/pipeline").path("topics")) {
            if (flow.path("topic").asText().equals(topic.name())) {
                return flow;
            }
        }
        throw new AssertionError(topic.name() + " is not in the pipeline");
    }
}
