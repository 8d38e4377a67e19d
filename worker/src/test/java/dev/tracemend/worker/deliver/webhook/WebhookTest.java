package dev.tracemend.worker.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.worker.deliver.http.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebhookTest {
    private static final String SECRET = "a secret that both know";
    private static final Patience SHORT =
            new Patience(3, Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final List<Integer> script = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                bodies.add(exchange.getRequestBody().readAllBytes());
                headers.add(exchange.getRequestHeaders());
                int status = script.isEmpty() ? 200 : script.remove(0);
                if (status == 302) {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theReceiverCanTellWhoSentItAndWhen() {
        assertThat(post("app/7")).isEqualTo(new Webhook.Posted.Taken(200, 1));

        Headers got = headers.get(0);
        String signature = got.getFirst(WebhookSignature.HEADER);
        String time = got.getFirst(WebhookSignature.TIMESTAMP);
        assertThat(new String(bodies.get(0), StandardCharsets.UTF_8))
                .isEqualTo("{\"base\":\"abc\",\"branch\":\"main\"}");
        assertThat(got.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(got.getFirst("X-Tracemend-Event")).isEqualTo("result");
        assertThat(got.getFirst("X-Tracemend-Delivery")).isEqualTo("app-7");
        assertThat(good(SECRET, signature, time, bodies.get(0), Instant.now())).isTrue();
        assertThat(good("another", signature, time, bodies.get(0), Instant.now()))
                .isFalse();
        assertThat(good(SECRET, signature, time, "{}".getBytes(StandardCharsets.UTF_8), Instant.now()))
                .isFalse();
        assertThat(good(SECRET, signature, time, bodies.get(0), Instant.now().plusSeconds(600)))
                .isFalse();
        String later = Long.toString(Instant.now().getEpochSecond() + 600);
        assertThat(good(SECRET, signature, later, bodies.get(0), Instant.now().plusSeconds(600)))
                .isFalse();
    }

    @Test
    void theSignatureIsTheOneThatAnyOtherLanguageComputes() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(new WebhookSignature("key").sign(Instant.ofEpochSecond(1_700_000_000), body))
                .isEqualTo("sha256=a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03");
    }

    @Test
    void aBusyReceiverIsAskedAgainWithTheSameDelivery() {
        script.addAll(List.of(503, 429));

        assertThat(post("app-8")).isEqualTo(new Webhook.Posted.Taken(200, 3));
        assertThat(headers)
                .extracting(one -> one.getFirst("X-Tracemend-Delivery"))
                .containsOnly("app-8");
    }

    @Test
    void triesAreBoundedAndEndAsRetriable() {
        script.addAll(List.of(500, 500, 500, 500));

        Webhook.Posted.NotTaken end = (Webhook.Posted.NotTaken) post("app-9");
        assertThat(end.retriable()).isTrue();
        assertThat(end.message()).contains("500");
        assertThat(bodies).hasSize(3);
    }

    @Test
    void aRefusalAndARedirectAreFinal() {
        script.addAll(List.of(401, 302));

        assertThat(post("app-10"))
                .isEqualTo(new Webhook.Posted.NotTaken(
                        "the webhook at 127.0.0.1 answered 401: check its address and secret", false));
        Webhook.Posted.NotTaken redirect = (Webhook.Posted.NotTaken) post("app-11");
        assertThat(redirect.message()).contains("redirect, which is not followed");
        assertThat(bodies).hasSize(2);
    }

    @Test
    void nobodyThereIsRetriable() {
        server.stop(0);

        Webhook.Posted.NotTaken end = (Webhook.Posted.NotTaken) post("app-12");
        assertThat(end.retriable()).isTrue();
        assertThat(end.message()).contains("did not answer");
    }

    @Test
    void settingsNeedASecretAndAnAddressAndPrintNeither() {
        WebhookSettings settings = WebhookSettings.of(URI.create("https://hooks.example.com/t/abc?key=1"), SECRET);
        assertThat(settings.toString()).isEqualTo("webhook to hooks.example.com");
        assertThatThrownBy(() -> WebhookSettings.of(URI.create("https://hooks.example.com"), " "))
                .hasMessageContaining("needs a secret");
        assertThatThrownBy(() -> WebhookSettings.of(URI.create("file:///etc/passwd"), SECRET))
                .hasMessageContaining("http://");
    }

    private Webhook.Posted post(String id) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        return new Webhook(new WebhookSettings(url, SECRET, SHORT), Clock.systemUTC())
                .post(id, "result", new GitBase("abc", "main"));
    }

    private static boolean good(String secret, String signature, String time, byte[] body, Instant now) {
        return new WebhookSignature(secret).isGood(signature, time, body, now, Duration.ofMinutes(5));
    }
}
