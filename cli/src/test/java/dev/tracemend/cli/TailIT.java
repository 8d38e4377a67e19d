package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tailer as a user runs it: one process, its flags, its exit codes, its port. */
@ExtendWith(BrokerExtension.class)
class TailIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern METRICS = Pattern.compile("metrics at (http://[0-9.:]+)/metrics");

    private final String topic = "t-" + UUID.randomUUID();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path home;

    @Test
    void untilCaughtUpEndsWithNothingWhenAllIsThereAndGoesOnWhereItWas(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO one\njava.lang.Error: x\n\tat a.B.c(B.java:1)\n");
        write("b.log", "INFO password=hunter22\nINFO without its end");

        JsonNode first = summary(broker, "a.log", "b.log", "--until-caught-up");
        assertThat(first.path("end").asText()).isEqualTo("caught-up");
        assertThat(first.path("lines").asInt()).isEqualTo(5);
        assertThat(first.path("lagBytes").asLong()).isZero();
        assertThat(first.path("redactions").path("password").asInt()).isEqualTo(1);
        assertThat(texts(broker, "logs.raw." + topic))
                .containsExactlyInAnyOrder(
                        "INFO one",
                        "java.lang.Error: x\n\tat a.B.c(B.java:1)",
                        "INFO password=[redacted:password]",
                        "INFO without its end");

        append("a.log", "INFO two\n");
        assertThat(summary(broker, "--logs", "*.log", "--until-caught-up")
                        .path("lines")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(broker, "logs.raw." + topic)).contains("INFO two").hasSize(5);

        assertThat(summary(broker, "*.log", "--until-caught-up", "--from", "start")
                        .path("lines")
                        .asInt())
                .isEqualTo(6);
        List<LogLine> all = lines(broker, "logs.raw." + topic);
        assertThat(all).hasSize(10);
        assertThat(all.stream().map(LogLine::id).distinct()).hasSize(5);
    }

    @Test
    void theWholeNameOfATopicAndThePrefixAreHonoured(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO one\n");
        String whole = "Whole_" + UUID.randomUUID();
        assertThat(summary(broker, "a.log", "--until-caught-up", "--kafka-topic", whole)
                        .path("topic")
                        .asText())
                .isEqualTo(whole);
        assertThat(texts(broker, whole)).containsExactly("INFO one");

        Map<String, String> prefix = Map.of("KAFKA_TOPIC_PREFIX", "dev.");
        try (TracemendProcess tail = start(broker, prefix, "a.log", "--until-caught-up", "--state", "other")) {
            assertThat(tail.await(LIMIT)).as(tail.stderr()).isZero();
        }
        assertThat(texts(broker, "dev.logs.raw." + topic)).containsExactly("INFO one");
    }

    @Test
    void followsFromTheEndServesItsFiguresAndEndsCleanlyWhenAsked(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO old\n");
        Path status = home.resolve("status.json");
        try (TracemendProcess tail = start(
                broker,
                Map.of(),
                "a.log",
                "--from",
                "end",
                "--metrics-port",
                "0",
                "--status-file",
                status.toString(),
                "--json")) {
            String url = url(tail);
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(get(url + "/metrics").body()).contains("\ntracemend_tailer_files_open 1\n"));
            append("a.log", "INFO new\nINFO half");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(get(url + "/metrics").body())
                            .contains("\ntracemend_tailer_lines_total 1\n", "\ntracemend_tailer_lag_bytes 9\n"));
            assertThat(get(url + "/health").statusCode()).isEqualTo(200);
            assertThat(json.readTree(get(url + "/status").body()).path("lines").asInt())
                    .isEqualTo(1);
            await().atMost(LIMIT)
                    .until(() -> json.readTree(Files.readString(status))
                                    .path("lines")
                                    .asInt()
                            == 1);
            refusesASecondOne(broker);

            long asked = System.nanoTime();
            tail.terminate();
            assertThat(tail.await(Duration.ofSeconds(15))).as(tail.stderr()).isZero();
            System.getLogger("TailIT")
                    .log(
                            System.Logger.Level.INFO,
                            "ended "
                                    + Duration.ofNanos(System.nanoTime() - asked)
                                            .toMillis() + " ms after SIGTERM");
            assertThat(json.readTree(tail.stdout()).path("end").asText()).isEqualTo("stopped");
            assertThat(tail.stderr()).contains("1 lines in").doesNotContain("\r", "LOST");
        }
        assertThat(texts(broker, "logs.raw." + topic)).containsExactly("INFO new");
    }

    private void refusesASecondOne(EmbeddedBroker broker) throws Exception {
        try (TracemendProcess second = start(broker, Map.of(), "a.log")) {
            assertThat(second.await(LIMIT)).isEqualTo(ExitCode.CONFIGURATION.code());
            assertThat(second.stderr())
                    .containsPattern("another tailer \\(pid \\d+\\) uses .*state")
                    .contains("--state");
        }
    }

    @Test
    void aDryRunPrintsWhatWouldBePublishedAndNeedsNoBroker() throws Exception {
        write("a.log", "INFO password=hunter22\nINFO two");
        try (TracemendProcess tail =
                TracemendProcess.start(home, "tail", "--dry-run", "--bootstrap", "127.0.0.1:1", "a.log")) {
            assertThat(tail.await(LIMIT)).as(tail.stderr()).isZero();
            assertThat(tail.stdout().lines().map(line -> Wire.logLine(
                                    line.getBytes(java.nio.charset.StandardCharsets.UTF_8), "", 0)
                            .line()))
                    .containsExactly("INFO password=[redacted:password]", "INFO two");
        }
    }

    @Test
    void inTransactionsAReaderOfCommittedRecordsSeesEachLineOnce(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO one\nINFO two\n");
        assertThat(summary(broker, "a.log", "--until-caught-up", "--transactional")
                        .path("lines")
                        .asInt())
                .isEqualTo(2);
        append("a.log", "INFO three\n");
        assertThat(summary(broker, "a.log", "--until-caught-up", "--transactional")
                        .path("lines")
                        .asInt())
                .isEqualTo(1);
        assertThat(texts(broker, "logs.raw." + topic)).containsExactly("INFO one", "INFO two", "INFO three");
    }

    @Test
    void filesGoToTheTopicsTheyAreMappedTo(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO to the default\n");
        write("shop.log", "INFO to its own\n");
        String own = "m-" + UUID.randomUUID();
        summary(broker, "a.log", "--map", "shop*.log=" + own, "--until-caught-up");
        assertThat(texts(broker, "logs.raw." + topic)).containsExactly("INFO to the default");
        assertThat(texts(broker, "logs.raw." + own)).containsExactly("INFO to its own");
    }

    @Test
    void standardInputIsReadToItsEnd(EmbeddedBroker broker) throws Exception {
        write("in.txt", "INFO one\nINFO two");
        for (String until : List.of("--json", "--until-caught-up")) {
            List<String> command = List.of(
                    "sh",
                    "-c",
                    "exec \"$0\" tail --topic \"$1\" --bootstrap \"$2\" --state in-state " + until + " - < in.txt",
                    Path.of("..", "tracemend").toRealPath().toString(),
                    topic,
                    broker.bootstrap());
            Process tail = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("out.txt").toFile())
                    .start();
            assertThat(tail.waitFor(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
            assertThat(tail.exitValue())
                    .as(Files.readString(home.resolve("out.txt")))
                    .isZero();
        }
        List<LogLine> all = lines(broker, "logs.raw." + topic);
        assertThat(all).extracting(LogLine::line).containsExactly("INFO one", "INFO two", "INFO one", "INFO two");
        assertThat(all).extracting(LogLine::id).doesNotHaveDuplicates();
    }

    @Test
    void aLineBeyondTheLimitIsCutAndCounted(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO " + "x".repeat(2_000) + "\nINFO short\n");
        JsonNode summary = summary(broker, "a.log", "--until-caught-up", "--max-line", "300");
        assertThat(summary.path("cut").asInt()).isEqualTo(1);
        assertThat(texts(broker, "logs.raw." + topic))
                .containsExactly("INFO " + "x".repeat(295) + " … [cut: the line has 2005 bytes]", "INFO short");
    }

    @Test
    void aFileOfSettingsSaysTheSameAsFlags(EmbeddedBroker broker) throws Exception {
        write("a.log", "INFO one\n");
        write(
                "tail.yml",
                "topic: " + topic + "\nlogs: a.log\nuntil-caught-up: true\ncompression: zstd\nstate: there\nbootstrap: "
                        + broker.bootstrap() + "\n");
        try (TracemendProcess tail = TracemendProcess.start(home, "tail", "--config", "tail.yml")) {
            assertThat(tail.await(LIMIT)).as(tail.stderr()).isZero();
        }
        assertThat(texts(broker, "logs.raw." + topic)).containsExactly("INFO one");
        assertThat(home.resolve("there/positions")).exists();
    }

    private JsonNode summary(EmbeddedBroker broker, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        try (TracemendProcess tail = start(broker, Map.of(), all.toArray(String[]::new))) {
            assertThat(tail.await(LIMIT)).as(tail.stderr()).isZero();
            return json.readTree(tail.stdout());
        }
    }

    private TracemendProcess start(EmbeddedBroker broker, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("tail", "--topic", topic, "--bootstrap", broker.bootstrap()));
        all.addAll(List.of(arguments));
        if (!all.contains("--state")) {
            all.addAll(List.of("--state", "state"));
        }
        return TracemendProcess.start(home, environment, all);
    }

    private static String url(TracemendProcess tail) {
        await().atMost(LIMIT).until(() -> METRICS.matcher(tail.stderr()).find() || !tail.isAlive());
        Matcher said = METRICS.matcher(tail.stderr());
        assertThat(said.find()).as(tail.stderr()).isTrue();
        return said.group(1);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text);
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), text, StandardOpenOption.APPEND);
    }

    private static List<String> texts(EmbeddedBroker broker, String name) {
        return lines(broker, name).stream().map(LogLine::line).toList();
    }

    private static List<LogLine> lines(EmbeddedBroker broker, String name) {
        List<LogLine> lines = new ArrayList<>();
        try (Kafka kafka = Kafka.connect(broker.bootstrap())) {
            kafka.read(List.of(name), new Kafka.Follower() {
                @Override
                public void record(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record) {
                    LogLine line = Wire.logLine(record.value(), record.key(), 0);
                    if (line.kind() == LogLine.Kind.LINE) {
                        lines.add(line);
                    }
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return lines;
    }
}
