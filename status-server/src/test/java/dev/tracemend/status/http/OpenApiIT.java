package dev.tracemend.status.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.RecordSchemas;
import dev.tracemend.status.PipelineSample;
import dev.tracemend.status.access.AccessToken;
import dev.tracemend.status.access.Gate;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardSettings;
import dev.tracemend.status.board.DecisionPost;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.EngineProbe;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the running server is in {@code openapi.yaml}, and every one in there answers as it says. */
@ExtendWith(BrokerExtension.class)
class OpenApiIT {
    private static final JsonNode DOCUMENT = RecordSchemas.read(OpenApiTest.DOCUMENT);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "0123456789abcdef";

    private static PipelineSample sample;
    private static WebParts parts;
    private static WebServer server;

    @BeforeAll
    static void start(EmbeddedBroker broker, @TempDir Path folder) {
        sample = PipelineSample.in(broker, "openapi");
        parts = new WebParts(
                new Gate(
                        List.of(AccessToken.of(TOKEN, "a test")),
                        List.of(),
                        1_000,
                        Clock.systemUTC(),
                        System::nanoTime),
                Board.start(new BoardSettings(broker.bootstrap(), folder, "", Duration.ofDays(9_000))),
                BrokerProbe.start(broker.bootstrap()),
                EngineProbe.start("", ""),
                new DecisionPost(broker.bootstrap()));
        server = WebServer.start(
                new WebSettings("127.0.0.1", 0, true, List.of(), "", broker.bootstrap(), "1", "", "", ""), parts);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        ask("get", "/health/readiness", "").statusCode())
                .isEqualTo(200));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ask("get", sample.incident(), "").body()).contains(sample.proposal()));
    }

    @AfterAll
    static void stop() {
        server.close();
        parts.close();
        sample.close();
    }

    static Stream<String> operations() {
        return documented().stream();
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteIsThere() {
        assertThat(new TreeSet<>(server.routes())).isEqualTo(documented());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itAnswersAsItSays(String operation) throws IOException {
        String method = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(operation.indexOf(' ') + 1);
        HttpResponse<String> answer = ask(method, sample.path(template), sample.body(template));

        JsonNode said = DOCUMENT.path("paths").path(template).path(method).path("responses");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 303);
        assertAsSaid(said.path(Integer.toString(answer.statusCode())), answer);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatGoesWrongIsAProblemAsItSays(String operation) throws IOException {
        String template = operation.substring(operation.indexOf(' ') + 1);
        HttpResponse<String> answer = ask("delete", sample.path(template), "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertAsSaid(DOCUMENT.at("/components/responses/Problem"), answer);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatNeedsNoTokenSaysSo(String operation) throws IOException, InterruptedException {
        String method = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(operation.indexOf(' ') + 1);
        boolean free = DOCUMENT.path("paths").path(template).path(method).has("security");
        HttpResponse<String> answer = send(request(method, sample.path(template), sample.body(template)));

        assertThat(answer.statusCode())
                .isEqualTo(
                        free
                                ? ask(method, sample.path(template), sample.body(template))
                                        .statusCode()
                                : 401);
        if (!free) {
            assertAsSaid(DOCUMENT.at("/components/responses/Unknown"), answer);
        }
    }

    private static void assertAsSaid(JsonNode said, HttpResponse<String> answer) throws IOException {
        assertThat(said.isMissingNode())
                .as("%s is not in the document", answer.statusCode())
                .isFalse();
        if (!said.has("content")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
        JsonNode content = said.path("content");
        JsonNode form = content.has(type) ? content.path(type) : content.path(type.replaceFirst("/.*", "/*"));
        assertThat(form.isMissingNode()).as("%s is not in the document", type).isFalse();
        if (type.endsWith("json")) {
            ObjectNode schema = form.path("schema").deepCopy();
            schema.set("components", DOCUMENT.path("components"));
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(JSON.readTree(answer.body())))
                    .isEmpty();
        }
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        DOCUMENT.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> all.add(method + " " + path.getKey())));
        return all;
    }

    private static HttpResponse<String> ask(String method, String path, String body) {
        HttpRequest.Builder request = request(method, path, body);
        return send(request.header("Authorization", "Bearer " + TOKEN));
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method.toUpperCase(java.util.Locale.ROOT), HttpRequest.BodyPublishers.ofString(body));
        return body.isEmpty()
                ? request
                : request.header(
                        "Content-Type",
                        body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
    }

    private static String left(InputStream stream) {
        try (stream) {
            return "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The body as far as it comes at once: a stream of events has no end. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), answer -> {
                boolean stream =
                        answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
                return stream
                        ? HttpResponse.BodySubscribers.mapping(
                                HttpResponse.BodySubscribers.ofInputStream(), OpenApiIT::left)
                        : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
