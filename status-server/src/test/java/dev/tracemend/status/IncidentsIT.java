package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the topics hold, as the server's answers show it: incidents, the listing, the newest answers, changes. */
@ExtendWith(BrokerExtension.class)
class IncidentsIT {
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
}
