package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.DeployStatus;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The server as such: health, what is deployed, the page's files, errors, a port that is taken. */
@ExtendWith(BrokerExtension.class)
class StatusServerIT {
    private static EmbeddedBroker broker;
    private static StatusServer server;
    private static StatusClient client;

    @BeforeAll
    static void start(EmbeddedBroker shared, @TempDir Path folder) {
        broker = shared;
        server = StatusServer.start(
                StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder, StatusConfig.HEURISTIC_NOTE));
        client = new StatusClient(server.url());
        await().until(server::isReady);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void healthTellsOkFirst() {
        HttpResponse<String> health = client.get("/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).startsWith("{\"ok\":true,\"status\":\"ok\"");
        assertThat(client.json("/health/liveness").at("/parts/process/ok").asBoolean())
                .isTrue();
        JsonNode ready = client.json("/health/readiness");
        assertThat(ready.at("/parts/broker/state").asText()).isEqualTo("reachable");
        assertThat(ready.at("/parts/board/state").asText()).isEqualTo("running");
        assertThat(ready.at("/parts/board/age_seconds").isNumber()).isTrue();
    }

    @Test
    void deployTellsWhatRuns() {
        JsonNode deploy = client.json("/deploy");

        assertThat(deploy.fieldNames()).toIterable().startsWith("status", "ts", "compose_hash", "image");
        assertThat(deploy.path("status").asText()).isEqualTo("up");
        assertThat(deploy.path("model_note").asText()).isEqualTo(StatusConfig.HEURISTIC_NOTE);
    }

    @Test
    void deployFollowsTheStepsThatAreRecorded() {
        for (TopicSpec spec : Topics.deployment()) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        try (TestTopics topics = new TestTopics(broker, "deploy")) {
            for (DeployStatus status : List.of(DeployStatus.BUILDING, DeployStatus.ERROR, DeployStatus.UP)) {
                topics.step(
                        new DeployEvent(1, "r", "succeeded", "up", status, 0, "c0ffee", "tracemend:dev@sha256:1", 2.5));
                await().untilAsserted(() -> assertThat(
                                client.json("/deploy").path("status").asText())
                        .isEqualTo(status.word()));
            }
        }

        JsonNode deploy = client.json("/deploy");

        assertThat(deploy.path("status").asText()).isEqualTo("up");
        assertThat(deploy.path("ts").asDouble()).isEqualTo(2.5);
        assertThat(deploy.path("compose_hash").asText()).isEqualTo("c0ffee");
        assertThat(deploy.path("image").asText()).isEqualTo("tracemend:dev@sha256:1");
    }

    @Test
    void thePageComesWithItsFilesAndNothingForeignMayRun() {
        HttpResponse<String> page = client.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.body()).contains("/assets/app.js").doesNotContain("http://", "https://", "<script>", "style=");
        HttpResponse<String> script = client.get("/assets/app.js");
        assertThat(script.headers().firstValue("content-type")).contains("text/javascript;charset=utf-8");
        assertThat(client.get(
                                "/assets/app.js",
                                "If-None-Match",
                                script.headers().firstValue("etag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        for (String file : List.of("dom", "board", "rows", "detail", "diff", "trace", "pipeline", "when")) {
            // The name of SVG's elements looks like an address, and nothing is fetched from it.
            String code = client.get("/assets/" + file + ".js").body().replace("'http://www.w3.org/2000/svg'", "");
            assertThat(code).doesNotContain("innerHTML", "http://", "https://");
        }
    }

    @Test
    void errorsAreProblems() {
        assertProblem(client.get("/nowhere"), 404);
        assertProblem(client.get("/assets/..%2f..%2fetc%2fpasswd"), 404);
        assertProblem(client.get("/assets/none.js"), 404);
        assertProblem(client.get("/api/incidents/none/none"), 404);
        assertProblem(client.get("/api/incidents?limit=0"), 400);
        assertProblem(client.get("/api/incidents?limit=x"), 400);
        assertProblem(client.get("/api/incidents?topic=../x"), 400);
        assertProblem(client.get("/api/incidents?cursor=%21"), 400);
        assertProblem(client.get("/api/incidents?cursor=YQ"), 400);
        assertProblem(client.get("/api/incidents/none/none/audit?cursor=YQ"), 400);
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
        JsonNode problem = StatusClient.read(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("traceId").asText()).hasSize(8);
    }

    @Test
    void aPortInUseIsToldWithTheRemedy(@TempDir Path other) {
        assertThatThrownBy(() ->
                        StatusServer.start(StatusConfig.of(broker.bootstrap(), "127.0.0.1", server.port(), other, "")))
                .isInstanceOf(StatusStartException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("--port");
    }
}
