package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.status.StatusConfig;
import dev.tracemend.status.StatusServer;
import dev.tracemend.tailer.metrics.MetricsServer;
import dev.tracemend.tailer.metrics.TailerGauges;
import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The profile {@code observability}: what Prometheus asks is served, and what Grafana shows is what comes from there. */
@ExtendWith(BrokerExtension.class)
class DashboardIT {
    private static final Path DEPLOY = Path.of("..", "deploy", "observability");
    private static final String TOPIC = "dashboard";
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern METRIC = Pattern.compile("tracemend_[a-z_]+");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z_, ]+)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{([a-z_]+)}}");
    /** What Prometheus adds to each sample. */
    private static final Set<String> TARGET = Set.of("instance", "job");

    @TempDir
    private Path folder;

    private record Query(String panel, String expression, String legend) {}

    @Test
    void everyQueryNamesAMetricThatIsExportedWithItsLabels(EmbeddedBroker broker) throws Exception {
        Map<String, Set<String>> exported = new HashMap<>(labels(ofATailer()));
        exported.putAll(labels(ofTheStatusServer(broker)));

        assertThat(queries()).hasSizeGreaterThan(20).allSatisfy(query -> {
            List<String> metrics = all(METRIC, query.expression(), 0);
            assertThat(metrics).as(query.panel()).isNotEmpty();
            assertThat(exported.keySet()).as(query.panel()).containsAll(metrics);
            List<String> used = new ArrayList<>(all(SHOWN, query.legend(), 1));
            all(GROUPED, query.expression(), 1).forEach(group -> used.addAll(List.of(group.split(", ?"))));
            used.removeAll(TARGET);
            assertThat(exported.get(metrics.get(0))).as(query.panel()).containsAll(used);
        });
    }

    @Test
    void prometheusAsksServicesOfTheStackAtThePortsTheyServe() throws IOException {
        Map<String, Object> services =
                map(map(yaml(Path.of("..", "compose.yaml"))).get("services"));
        List<?> jobs = (List<?>) map(yaml(DEPLOY.resolve("prometheus.yml"))).get("scrape_configs");
        assertThat(jobs).isNotEmpty().allSatisfy(job -> {
            List<?> targets = (List<?>) map(job).get("static_configs");
            String target =
                    ((List<?>) map(targets.get(0)).get("targets")).get(0).toString();
            String[] parts = target.split(":");
            assertThat(services).containsKey(parts[0]);
            assertThat(map(services.get(parts[0])).get("command").toString()).contains(parts[1], "0.0.0.0");
        });
    }

    @Test
    void grafanaFindsPrometheusAndTheDashboard() throws IOException {
        Map<String, Object> services =
                map(map(yaml(Path.of("..", "compose.yaml"))).get("services"));
        Map<String, Object> source = map(
                ((List<?>) map(yaml(DEPLOY.resolve("grafana/datasource.yml"))).get("datasources")).get(0));
        assertThat(source.get("url")).isEqualTo("http://prometheus:9090");
        assertThat(services).containsKey("prometheus");
        JsonNode dashboard = dashboard();
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allMatch(used -> used.path("uid").asText().equals(source.get("uid")));

        Map<String, Object> provider = map(
                ((List<?>) map(yaml(DEPLOY.resolve("grafana/dashboards.yml"))).get("providers")).get(0));
        Object folder = map(provider.get("options")).get("path");
        Map<String, Object> grafana = map(services.get("grafana"));
        assertThat(grafana.get("volumes").toString())
                .contains("./deploy/observability/grafana/dashboard.json:" + folder + "/dashboard.json:ro");
        assertThat(map(grafana.get("environment")).get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(folder + "/dashboard.json");
        assertThat(dashboard.path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    private static String ofATailer() throws Exception {
        TailerMetrics metrics = TailerMetrics.fresh();
        metrics.redactions().put("jwt", new LongAdder());
        TailerGauges gauges = new TailerGauges();
        try (MetricsServer server = MetricsServer.start("127.0.0.1", 0, () -> gauges.look(metrics))) {
            return get(server.url() + "/metrics");
        }
    }

    /** With an incident on its board, since what has no value is not exported. */
    private String ofTheStatusServer(EmbeddedBroker broker) throws Exception {
        for (TopicSpec spec : Topics.family(TOPIC)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        Path golden = Path.of("..", "contracts", "src", "test", "resources", "wire", "v1");
        try (Kafka kafka = Kafka.connect(broker.bootstrap())) {
            for (String name : List.of("result-verified.json", "result-diagnosed.json")) {
                kafka.publish(Topics.results(TOPIC), name, List.of(Files.readAllBytes(golden.resolve(name))));
            }
        }
        StatusConfig config = StatusConfig.of(broker.bootstrap(), "127.0.0.1", 0, folder, StatusConfig.HEURISTIC_NOTE);
        try (StatusServer server = StatusServer.start(config)) {
            List<String> seen = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                seen.add(get(server.url() + "/metrics"));
                return labels(seen.get(seen.size() - 1))
                        .keySet()
                        .containsAll(Set.of(
                                "tracemend_board_incidents",
                                "tracemend_worker_lag_records",
                                "tracemend_http_requests_total"));
            });
            return seen.get(seen.size() - 1);
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** The labels of each exported metric. */
    private static Map<String, Set<String>> labels(String exposition) {
        Map<String, Set<String>> labels = new HashMap<>();
        SAMPLE.matcher(exposition).results().forEach(sample -> labels.computeIfAbsent(
                        sample.group(1), name -> new TreeSet<>())
                .addAll(sample.group(2) == null ? List.of() : all(LABEL, sample.group(2), 1)));
        return labels;
    }

    private static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().path("panels")) {
            panel.path("targets")
                    .forEach(target -> queries.add(new Query(
                            panel.path("title").asText(),
                            target.path("expr").asText(),
                            target.path("legendFormat").asText())));
        }
        return queries;
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(DEPLOY.resolve("grafana/dashboard.json").toFile());
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        Stream<MatchResult> found = pattern.matcher(text).results();
        return found.map(match -> match.group(group)).toList();
    }

    private static Object yaml(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static Map<String, Object> map(Object value) {
        return ComposeRendering.cast(value);
    }
}
