package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A cause's whole life with a real worker and a real checkout, decided and watched over HTTP alone. */
@ExtendWith(BrokerExtension.class)
class CauseLifeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String TOPIC = "life";
    private static final String FINGERPRINT = "3fa9c0d1e2b4";
    private static final String POLICY = """
            default:
              mode: ask
              close-after: {windows: 2, window: 2s}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = TracemendProcess.freePort();

    @TempDir
    private Path home;

    private Path repository;

    @BeforeEach
    void checkout(EmbeddedBroker broker) throws Exception {
        for (TopicSpec spec : Topics.family(TOPIC)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        repository = CartCheckout.in(home.resolve("shop"));
        Files.writeString(home.resolve("policy.yml"), POLICY);
    }

    @Test
    void everyStepIsVisibleOverHttpAndInTheAudit(EmbeddedBroker broker) throws Exception {
        String bootstrap = broker.bootstrap();
        try (TracemendProcess status = TracemendProcess.start(
                        home, "status", "--bootstrap", bootstrap, "--port", Integer.toString(port));
                TracemendProcess worker = TracemendProcess.start(
                        home,
                        "worker",
                        "--topic",
                        TOPIC,
                        "--bootstrap",
                        bootstrap,
                        "--workspace",
                        repository.toString(),
                        "--policy",
                        home.resolve("policy.yml").toString(),
                        "--no-model")) {
            seen(bootstrap, "c1", 3);
            String first = proposal("");
            decide("reject", first, "the default must come from the tariff");
            state("refused");
            assertThat(incident().at("/life/decisions/0/comment").asText()).contains("tariff");
            seen(bootstrap, "c2", 4);
            await().atMost(SOON).until(() -> incident().path("count").asLong() == 7);
            state("refused");

            GitFolder.write(
                    repository,
                    CartCheckout.FILE,
                    CartCheckout.SOURCE.replace("int quantity", "int number").replace("* quantity", "* number"));
            await().pollDelay(Duration.ofMillis(1_100)).until(() -> true); // a head is looked up once a second
            seen(bootstrap, "c3", 1);
            String anew = proposal(first);
            decide("approve", anew, "");
            state("applied");
            String branch = incident().at("/life/branch").asText();
            assertThat(branch).startsWith("tracemend/" + FINGERPRINT);
            GitFolder.git(repository, "merge", "-q", "--ff-only", branch);
            state("closed");
            seen(bootstrap, "c4", 1);
            await().atMost(SOON).until(() -> audit().contains("regress"));

            assertThat(worker.isAlive() && status.isAlive()).isTrue();
            assertThat(audit())
                    .startsWith(
                            "propose", "reject", "repeat", "propose", "approve", "deliver", "quiet", "close",
                            "regress");
        }
    }

    private String proposal(String before) throws IOException, InterruptedException {
        await().atMost(SOON).ignoreExceptions().until(() -> {
            String open = incident().at("/life/proposal").asText();
            return !open.isEmpty() && !open.equals(before);
        });
        return incident().at("/life/proposal").asText();
    }

    private void state(String word) {
        await("the incident is " + word)
                .atMost(SOON)
                .until(() -> incident().path("state").asText().equals(word));
    }

    private JsonNode incident() throws IOException, InterruptedException {
        return get("");
    }

    /** The decisions on the cause, oldest first. */
    private List<String> audit() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        get("/audit?limit=100")
                .path("entries")
                .forEach(entry -> words.add(entry.path("decision").asText()));
        Collections.reverse(words);
        return words;
    }

    private JsonNode get(String more) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(address(more)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private void decide(String decision, String result, String reason) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("decision", decision, "resultId", result, "by", "mira", "reason", reason));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address("/decisions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private URI address(String more) {
        return URI.create("http://127.0.0.1:" + port + "/api/incidents/" + TOPIC + "/" + FINGERPRINT + more);
    }

    private static void seen(String bootstrap, String id, long count) throws Exception {
        double now = System.currentTimeMillis() / 1_000.0;
        String type = "java.lang.NullPointerException";
        FrameInfo own = new FrameInfo("shop.Cart", "total", "Cart.java", 14, true);
        FrameInfo main = new FrameInfo("shop.Main", "main", "Main.java", 5, true);
        ErrorContext context = new ErrorContext(
                1,
                id,
                TOPIC,
                0,
                FINGERPRINT,
                "NullPointerException: " + CartCheckout.MESSAGE,
                "shop",
                "java",
                List.of(new ExceptionInfo(type, CartCheckout.MESSAGE, List.of(own, main))),
                count,
                now,
                now,
                new TimeWindow(now, now),
                List.of(
                        "2026-11-21 10:00:01 ERROR shop.Main - cannot total sku=MUG-7",
                        type + ": " + CartCheckout.MESSAGE,
                        "\tat shop.Cart.total(Cart.java:14)",
                        "\tat shop.Main.main(Main.java:5)"),
                List.of(),
                0,
                false,
                now);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ctx(TOPIC), FINGERPRINT, Wire.write(context)))
                    .get();
        }
    }
}
