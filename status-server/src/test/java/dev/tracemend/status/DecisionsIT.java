package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide over HTTP, and what they see of it. A broker of its own: decisions of all topics lie in one. */
class DecisionsIT {
    private static final String[] JSON = {"Content-Type", "application/json"};

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static StatusServer server;
    private static StatusClient client;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        TestTopics.createShared(broker);
        server = StatusServer.start(StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder.resolve("s"), ""));
        client = new StatusClient(server.url());
        await().until(server::isReady);
    }

    @AfterAll
    static void stop() {
        server.close();
        broker.close();
    }

    @Test
    void aProposalIsShownDecidedAndSeenOnItsWay() {
        try (TestTopics topic = new TestTopics(broker, "decide").create()) {
            FixResult fix = IncidentSamples.verified(topic.name(), "f1", "r-1", 100);
            String incident = "/api/incidents/" + topic.name() + "/f1";
            topic.context("f1", "c1", 3, 90);
            topic.result(fix);
            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.PROPOSED, fix, 101));
            await().until(() ->
                    client.json(incident).at("/life/proposal").asText().equals("r-1"));
            JsonNode shown = client.json(incident);
            assertThat(shown.path("state").asText()).isEqualTo("verified fix");
            assertThat(shown.at("/life/risk").asText()).isEqualTo("build files: pom.xml");

            int before = responses().size();
            HttpResponse<String> taken = client.post(
                    incident + "/decisions", "{\"decision\":\"approve\",\"resultId\":\"r-1\",\"by\":\"mira\"}", JSON);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            ApprovalResponse sent = responses().get(before);
            assertThat(sent.id()).isEqualTo("r-1");
            assertThat(sent.decision()).isEqualTo(Decision.APPROVE);
            assertThat(sent.by()).isEqualTo("mira");

            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.APPLIED, fix, 102));
            await().until(() -> client.json(incident).path("state").asText().equals("applied"));
            JsonNode applied = client.json(incident);
            assertThat(applied.at("/life/branch").asText()).isEqualTo("tracemend/f1-1");
            assertThat(applied.at("/life/pullRequest").asText()).isEqualTo("https://git.example.org/pull/7");
            assertThat(applied.at("/life/decisions/0/by").asText()).isEqualTo("mira");

            assertThat(client.post(incident + "/decisions", "{\"decision\":\"approve\",\"resultId\":\"r-1\"}", JSON)
                            .statusCode())
                    .isEqualTo(409);
            assertThat(client.post(incident + "/decisions", "{\"decision\":\"stop\",\"reason\":\"enough\"}", JSON)
                            .statusCode())
                    .isEqualTo(202);
            assertThat(client.post(incident + "/decisions", "{\"decision\":\"retry\"}", JSON)
                            .statusCode())
                    .isEqualTo(202);
            assertThat(responses().subList(before + 1, before + 3))
                    .extracting(ApprovalResponse::decision)
                    .containsExactly(Decision.STOP, Decision.RETRY);
        }
    }

    @Test
    void whatIsNotFromOurPageOrNotRightIsRefusedAndNothingIsSent() {
        try (TestTopics topic = new TestTopics(broker, "csrf").create()) {
            FixResult fix = IncidentSamples.verified(topic.name(), "f1", "r-9", 100);
            String incident = "/api/incidents/" + topic.name() + "/f1";
            topic.result(fix);
            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.PROPOSED, fix, 101));
            await().until(() ->
                    client.json(incident).at("/life/proposal").asText().equals("r-9"));
            String path = incident + "/decisions";
            String approve = "{\"decision\":\"approve\",\"resultId\":\"r-9\"}";
            int before = responses().size();

            assertThat(status(path, approve, "Content-Type", "text/plain")).isEqualTo(415);
            assertThat(status(path, approve, "Content-Type", "application/x-www-form-urlencoded"))
                    .isEqualTo(415);
            assertThat(status(path, approve, "Content-Type", "application/json", "Origin", "http://evil.example"))
                    .isEqualTo(403);
            assertThat(status(path, approve, "Content-Type", "application/json", "Origin", "null"))
                    .isEqualTo(403);
            assertThat(status(path, approve, "Content-Type", "application/json", "Origin", "http://127.0.0.1:1"))
                    .isEqualTo(403);
            assertThat(status(path, approve, "Content-Type", "application/json", "Sec-Fetch-Site", "same-site"))
                    .isEqualTo(403);
            assertThat(status(path, "{\"decision\":\"reject\",\"resultId\":\"r-9\"}", JSON))
                    .isEqualTo(400);
            assertThat(status(path, "{\"decision\":\"maybe\"}", JSON)).isEqualTo(400);
            assertThat(status(path, "[]", JSON)).isEqualTo(400);
            assertThat(status(path, "null", JSON)).isEqualTo(400);
            assertThat(status(path, "{\"decision\":\"approve\",\"resultId\":\"r-8\"}", JSON))
                    .isEqualTo(409);
            assertThat(status("/api/incidents/" + topic.name() + "/none/decisions", approve, JSON))
                    .isEqualTo(404);
            assertThat(responses()).hasSize(before);
            assertThat(status(path, approve, "Content-Type", "application/json", "Origin", server.url()))
                    .isEqualTo(202);
        }
    }

    @Test
    void theAuditIsReadInPartsNewestFirst() {
        try (TestTopics topic = new TestTopics(broker, "audit").create()) {
            for (int i = 0; i < 7; i++) {
                topic.audit(IncidentSamples.audit(topic.name(), "f1", "a-" + i, "work", 100 + i));
            }
            topic.audit(IncidentSamples.audit(topic.name(), "f1", "a-3", "work", 999));
            topic.audit(IncidentSamples.audit(topic.name(), "f2", "b-0", "hold", 100));
            String path = "/api/incidents/" + topic.name() + "/f1/audit?limit=3";
            await().until(() -> client.json("/api/incidents/" + topic.name() + "/f2/audit")
                            .path("entries")
                            .size()
                    == 1);

            List<String> ids = new ArrayList<>();
            String next = "";
            for (int page = 0; page < 3; page++) {
                JsonNode part = client.json(path + "&cursor=" + next.replace("|", "%7C"));
                part.path("entries").forEach(entry -> ids.add(entry.path("id").asText()));
                next = part.path("next").asText();
            }
            assertThat(ids).containsExactly("a-6", "a-5", "a-4", "a-3", "a-2", "a-1", "a-0");
            assertThat(next).isEmpty();
            assertThat(client.get(path + "&cursor=x").statusCode()).isEqualTo(400);
        }
    }

    private static int status(String path, String body, String... headers) {
        return client.post(path, body, headers).statusCode();
    }

    private static List<ApprovalResponse> responses() {
        return TestTopics.decisions(broker);
    }
}
