package dev.tracemend.tailer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.tailer.TailerStartException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private final TailerMetrics metrics = TailerMetrics.fresh();
    private final TailerGauges gauges = new TailerGauges();
    private final MetricsServer server = MetricsServer.start("127.0.0.1", 0, () -> gauges.look(metrics));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void metricsHaveHelpAndTypeAndTheCountedValues() throws Exception {
        metrics.lines().add(12);
        metrics.redacted("jwt", 3);
        metrics.redacted("a\"b\\c\nd", 1);
        gauges.lag(4096, 1.5);
        gauges.files(7, 2);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "# HELP tracemend_tailer_lines_total Lines read from the sources.",
                        "# TYPE tracemend_tailer_lines_total counter",
                        "tracemend_tailer_lines_total 12",
                        "tracemend_tailer_redactions_total{kind=\"jwt\"} 3",
                        "tracemend_tailer_redactions_total{kind=\"a\\\"b\\\\c\\nd\"} 1",
                        "# TYPE tracemend_tailer_lag_bytes gauge",
                        "tracemend_tailer_lag_bytes 4096",
                        "tracemend_tailer_lag_seconds 1.500",
                        "tracemend_tailer_files_open 7",
                        "tracemend_tailer_files_followed 5",
                        "tracemend_tailer_checkpoint_writable 1");
    }

    @Test
    void everyNameIsSaidOnceAndEverySampleFollowsItsType() throws Exception {
        metrics.redacted("jwt", 3);
        List<String> lines = get("/metrics").body().lines().toList();
        List<String> types = lines.stream()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();
        assertThat(types).doesNotHaveDuplicates().allMatch(name -> name.startsWith("tracemend_tailer_"));
        assertThat(lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("[ {]")[0])
                        .collect(Collectors.toSet()))
                .isEqualTo(types.stream().collect(Collectors.toSet()));
        assertThat(lines.stream().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{kind=\"[^\"]*\"\\})? -?[0-9.]+"));
    }

    @Test
    void healthIsUpAndSaysWhatIsWrongWhenItIsNot() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).contains("\"status\":\"UP\"", "\"checkpoint\":\"ok\"");

        gauges.checkpoint("positions cannot be saved in /state/positions (No space left on device)");

        HttpResponse<String> full = get("/health");
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).contains("\"status\":\"DEGRADED\"", "No space left", "make room");
        assertThat(get("/metrics").body()).contains("tracemend_tailer_checkpoint_writable 0\n");

        gauges.checkpoint("");
        gauges.broker(true, System.nanoTime() - 9_000_000_000L);
        assertThat(get("/health").body()).contains("\"brokerSilentSeconds\":9.", "look at the broker");
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void statusIsOneJsonObjectWithEveryFigure() throws Exception {
        String body = get("/status").body();
        assertThat(Arrays.stream(TailerFigures.class.getRecordComponents()).map(c -> '"' + c.getName() + "\":"))
                .allMatch(body::contains);
    }

    @Test
    void whatIsNotThereIsNotFoundAndNothingIsTakenIn() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/x").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(URI.create(server.url() + "/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPortInUseIsRefusedWithTheFlagThatNamesAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> MetricsServer.start("127.0.0.1", taken.getLocalPort(), () -> gauges.look(metrics)))
                    .isInstanceOf(TailerStartException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("--metrics-port");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
