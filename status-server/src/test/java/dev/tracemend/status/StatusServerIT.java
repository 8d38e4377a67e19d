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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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
    void incidentsOfATopicThatAppearsLateAreServedInFull() {
        try (TestTopics topic = new TestTopics(broker, "late").create()) {
            topic.context("f1", "c1", 3, 1_000);
            topic.result(IncidentSamples.verified(topic.name(), "f1", "r1", 1_010));

            String path = "/api/incidents/" + topic.name() + "/f1";
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("contexts").asLong()).isEqualTo(1));
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("state").asText()).isEqualTo("verified fix"));

            JsonNode incident = client.json(path);
            assertThat(incident.path("count").asLong()).isEqualTo(3);
            assertThat(incident.path("where").asText()).isEqualTo("Cart.java:42");
            assertThat(incident.path("log")).hasSize(4);
            assertThat(incident.at("/standing/0/patch/diff").asText()).isEqualTo(IncidentSamples.DIFF);
            assertThat(incident.at("/standing/0/verification/steps")).hasSize(4);
            assertThat(incident.at("/standing/0/plan").asText()).contains("guest");
        }
    }

    @Test
    void containersAreServedUnderThatPathAlone() {
        try (TestTopics topic = new TestTopics(broker, "con").create()) {
            topic.context("f1", "c1", 3, 1_000);
            topic.context("f2", "c2", 4, 1_001);
            topic.result(IncidentSamples.verified(topic.name(), "f1", "r1", 1_010));
            topic.result(IncidentSamples.diagnosed(topic.name(), "f2", "r2", 1_020));

            await().untilAsserted(() -> assertThat(client.json("/containers")
                            .at("/containers/" + topic.name() + "/ts")
                            .asDouble())
                    .isEqualTo(1_020));

            JsonNode all = client.json("/containers");
            JsonNode container = all.at("/containers/" + topic.name());
            assertThat(all.path("names")).extracting(JsonNode::asText).contains(topic.name());
            assertThat(container.fieldNames()).toIterable().startsWith("summary", "key_points", "plan", "ts");
            assertThat(container.path("summary").asText()).contains("9443");
            assertThat(container.path("count").asLong()).isEqualTo(7);
            assertThat(container.path("incidents").asInt()).isEqualTo(2);
        }
        assertThat(client.get("/containersX").statusCode()).isEqualTo(404);
    }

    @Test
    void theListingComesInParts() {
        try (TestTopics topic = new TestTopics(broker, "parts").create()) {
            for (int i = 0; i < 7; i++) {
                topic.context("f" + i, "c" + i, 1, 1_000 + i / 2);
            }
            String path = "/api/incidents?topic=" + topic.name() + "&limit=3&cursor=";
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("total").asInt()).isEqualTo(7));

            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = client.json(path + cursor);
                page.path("incidents")
                        .forEach(row -> seen.add(row.path("fingerprint").asText()));
                cursor = page.path("next").asText();
            } while (!cursor.isEmpty());

            assertThat(seen).containsExactly("f6", "f4", "f5", "f2", "f3", "f0", "f1");
        }
    }

    @Test
    void malformedRecordsAreCountedAndNothingStops() {
        try (TestTopics topic = new TestTopics(broker, "bad").create()) {
            topic.send(Topics.ctx(topic.name()), "k", new byte[] {1, 2, 3});
            topic.send(Topics.results(topic.name()), "k", "{}".getBytes(StandardCharsets.UTF_8));
            topic.context("f1", "c1", 1, 1_000);

            await().untilAsserted(() -> assertThat(
                            client.get("/api/incidents/" + topic.name() + "/f1").statusCode())
                    .isEqualTo(200));
            // The partitions of a topic are read in no order.
            await().untilAsserted(() -> assertThat(
                            client.json("/api/pipeline").path("malformed").asLong())
                    .isGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void topicsWithOtherPartitionCountsAreFoldedTheSame() {
        try (TestTopics narrow = new TestTopics(broker, "narrow");
                TestTopics wide = new TestTopics(broker, "wide")) {
            broker.createTopic(Topics.ctx(narrow.name()), 1, java.util.Map.of());
            broker.createTopic(Topics.ctx(wide.name()), 7, java.util.Map.of());
            broker.createTopic(Topics.results(wide.name()), 2, java.util.Map.of());
            narrow.context("f1", "c1", 1, 1_000);
            wide.context("f1", "c1", 1, 1_000);
            wide.result(IncidentSamples.verified(wide.name(), "f1", "r1", 1_001));

            await().untilAsserted(() -> {
                assertThat(client.get("/api/incidents/" + narrow.name() + "/f1").statusCode())
                        .isEqualTo(200);
                assertThat(client.json("/api/incidents/" + wide.name() + "/f1")
                                .path("state")
                                .asText())
                        .isEqualTo("verified fix");
            });
        }
    }

    @Test
    void changesAreSentAsTheyHappenAndAReconnectGetsWhatItMissed() throws Exception {
        try (TestTopics topic = new TestTopics(broker, "live").create()) {
            String last;
            try (StatusClient.Stream events = client.events("")) {
                assertThat(events.response().headers().firstValue("content-type"))
                        .contains("text/event-stream");
                assertThat(events.next("snapshot").id()).isNotEmpty();
                topic.context("f1", "c1", 2, 1_000);
                StatusClient.Sent event = events.next("incident");
                assertThat(event.data().path("topic").asText()).isEqualTo(topic.name());
                assertThat(event.data().path("state").asText()).isEqualTo("new");
                last = event.id();
            }
            topic.result(IncidentSamples.verified(topic.name(), "f1", "r1", 1_010));
            await().untilAsserted(() -> assertThat(client.json("/api/incidents/" + topic.name() + "/f1")
                            .path("results")
                            .asInt())
                    .isEqualTo(1));

            try (StatusClient.Stream events = client.events(last)) {
                StatusClient.Sent missed = events.next("incident");
                assertThat(missed.data().path("state").asText()).isEqualTo("verified fix");
            }
            try (StatusClient.Stream events = client.events("unknown-17")) {
                assertThat(events.next("snapshot").data().path("incidents").isEmpty())
                        .isFalse();
            }
        }
    }

    @Test
    void thePipelineShowsItsStages() throws Exception {
        try (TestTopics topic = new TestTopics(broker, "flow").create();
                StatusClient.Stream events = client.events("")) {
            topic.context("f1", "c1", 2, 1_000);

            await().untilAsserted(() -> {
                for (JsonNode flow : client.json("/api/pipeline").path("topics")) {
                    if (flow.path("topic").asText().equals(topic.name())) {
                        assertThat(flow.at("/ctx/records").asLong()).isEqualTo(1);
                        assertThat(flow.at("/ctx/newest").asDouble()).isPositive();
                        assertThat(flow.path("workers").asInt()).isZero();
                        assertThat(flow.path("unread").isIntegralNumber()).isTrue();
                        assertThat(flow.path("unread").asLong()).isZero();
                        return;
                    }
                }
                throw new AssertionError(topic.name() + " is not in the pipeline");
            });
            assertThat(events.next("pipeline").data().path("reachable").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void anUnansweredIncidentIsWorkedOnWhileAWorkerIsThere() {
        try (TestTopics topic = new TestTopics(broker, "staffed").create()) {
            topic.context("f1", "c1", 2, 1_000);
            String path = "/api/incidents/" + topic.name() + "/f1";
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("state").asText()).isEqualTo("new"));

            try (AutoCloseable worker = topic.worker()) {
                await().untilAsserted(() ->
                        assertThat(client.json(path).path("state").asText()).isEqualTo("working"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aResultCountsOnceItsTransactionIsCommitted() {
        try (TestTopics topic = new TestTopics(broker, "txn").create()) {
            topic.context("f1", "c1", 2, 1_000);
            topic.resultInTransaction(IncidentSamples.diagnosed(topic.name(), "f1", "r1", 1_010), false);
            topic.resultInTransaction(IncidentSamples.verified(topic.name(), "f1", "r2", 1_020), true);

            String path = "/api/incidents/" + topic.name() + "/f1";
            await().untilAsserted(() ->
                    assertThat(client.json(path).path("state").asText()).isEqualTo("verified fix"));
            assertThat(client.json(path).path("results").asInt()).isEqualTo(1);
        }
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
