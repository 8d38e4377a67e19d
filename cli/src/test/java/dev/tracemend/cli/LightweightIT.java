package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code lightweight-*} on a real engine: with the broker of compose.yaml alone, so that it takes seconds. */
class LightweightIT {
    private static final int PORT = TracemendProcess.freePort();
    private static final String BROKER = "localhost:" + PORT;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private Path compose;

    @BeforeEach
    void findTheEngine() throws Exception {
        DockerMachine.required();
        environment.putAll(Map.of(
                "COMPOSE_PROJECT_NAME",
                        "lightweight" + UUID.randomUUID().toString().substring(0, 8),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "TRACEMEND_KAFKA_PORT", Integer.toString(PORT),
                "DOCKER_BUILDKIT", "0",
                "KAFKA_IMAGE", DockerMachine.kafkaImage()));
        compose = folder.resolve("docker-compose.yml");
    }

    @AfterEach
    void leaveNothing() throws Exception {
        if (Files.exists(folder.resolve("logs"))) {
            assertThat(run("lightweight-down")).isZero();
        }
        if (environment.containsKey("KAFKA_IMAGE")) {
            // Down keeps what the broker stored.
            docker("volume", "rm", "-f", project() + "_kafka");
        }
    }

    @Test
    void aStackGoesUpIsReachedFromBothSidesToldOnTheTopicsAndGoesDown() throws Exception {
        writeBrokerAlone();

        assertThat(run("lightweight-up")).as(err.toString()).isZero();
        assertThat(run("lightweight-status")).isZero();
        assertThat(out.toString()).contains("up since").containsPattern("kafka[_-]1");
        assertThat(docker(
                        "run",
                        "--rm",
                        "--network",
                        project() + "_default",
                        environment.get("KAFKA_IMAGE"),
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/kafka/9092"))
                .as("kafka:9092 for containers")
                .isZero();
        assertThat(published(Topics.DEPLOY_EVENTS))
                .map(value -> Wire.deployEvent(value))
                .extracting(DeployEvent::event, step -> step.status().word())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("started", "pending"),
                        org.assertj.core.groups.Tuple.tuple("succeeded", "up"));
        assertThat(published(Topics.DEPLOY_LOGS))
                .map(value -> Wire.deployLog(value).message())
                .anyMatch(line -> line.contains("kafka"));

        assertThat(run("lightweight-down")).isZero();
        assertThat(containers()).isEmpty();
        assertThat(state()).contains("\"status\":\"down\"");
    }

    @Test
    void aBuildThatFailsIsAFailureAndStartsNothing() throws Exception {
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM tracemend-shell:bookworm\nRUN echo no such thing && exit 17\n");
        Files.writeString(compose, "version: '3.8'\nservices: {one: {image: tracemend-none:dev, build: .}}\n");

        for (List<String> command : List.of(
                List.of("lightweight-build"), List.of("lightweight-up", "--build"), List.of("lightweight_up"))) {
            assertThat(run(command.toArray(String[]::new))).as("%s", command).isPositive();
            assertThat(state()).contains("\"status\":\"error\"");
            assertThat(containers()).isEmpty();
        }
        assertThat(err.toString()).contains("no such thing", "Docker ended with");
        assertThat(run("lightweight-up", "--no-build"))
                .as("nor is an image made up")
                .isPositive();
    }

    @Test
    void aComposeFileThatIsNoneIsAFailure() throws IOException {
        Files.writeString(compose, "services: [this, is, no, stack]\n");
        assertThat(run("lightweight-up")).isPositive();
        assertThat(run("lightweight-build")).isPositive();
        Files.writeString(compose, "version: '3.8'\nservices: {none: {image: tracemend-shell:bookworm}}\n");
    }

    /** The service kafka of the clone's compose.yaml, and what it needs. */
    private void writeBrokerAlone() throws IOException {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("..", "compose.yaml")));
        Map<?, ?> services = (Map<?, ?>) root.get("services");
        Files.writeString(
                compose,
                new Yaml()
                        .dump(Map.of(
                                "version", "3.8",
                                "services", Map.of("kafka", services.get("kafka"), "ready", ready()),
                                "volumes", Map.of("kafka", Map.of()))));
    }

    /** Waits for a healthy broker, as the topics service does. */
    private static Map<String, Object> ready() {
        return Map.of(
                "image", "${KAFKA_IMAGE}",
                "entrypoint", List.of("true"),
                "depends_on", Map.of("kafka", Map.of("condition", "service_healthy")));
    }

    private static List<byte[]> published(String topic) {
        List<byte[]> values = new ArrayList<>();
        try (Kafka kafka = Kafka.connect(BROKER)) {
            kafka.read(List.of(topic), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    values.add(record.value());
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return values;
    }

    private int run(String... arguments) {
        return execute(Stream.concat(Stream.of(arguments), Stream.of("--compose", compose.toString()))
                .toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return Tracemend.commandLine(new SettingsConfig(environment, List.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String project() {
        return environment.get("COMPOSE_PROJECT_NAME");
    }

    private String containers() throws Exception {
        Process process = new ProcessBuilder(
                        "docker", "ps", "-aq", "--filter", "label=com.docker.compose.project=" + project())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String state() throws IOException {
        return Files.readString(folder.resolve("logs/deployments/state.json"));
    }

    private int docker(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("docker"), Stream.of(words)).toArray(String[]::new))
                .inheritIO();
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
