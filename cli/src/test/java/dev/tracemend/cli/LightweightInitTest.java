package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code lightweight-init} writes for whom, and what it leaves alone. */
class LightweightInitTest {
    private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeDocker docker;
    private Path workspace;
    private Path logs;
    private Path into;

    @BeforeEach
    void makeAService() throws IOException {
        folder = folder.toRealPath();
        docker = new FakeDocker(folder);
        workspace = Files.createDirectories(folder.resolve("my shop/.git")).getParent();
        logs = Files.createDirectories(folder.resolve("var/log"));
        into = folder.resolve("docker/lightweight");
        System.setProperty("tracemend.home", CLONE.toString());
    }

    @AfterEach
    void forgetTheHome() {
        System.clearProperty("tracemend.home");
    }

    @Test
    void writesBothFilesForTheService() throws IOException {
        assertThat(init()).isZero();

        Map<String, Object> services = services();
        assertThat(services.keySet())
                .contains(
                        "kafka",
                        "topics",
                        "tailer",
                        "windows",
                        "worker-app",
                        "worker-backend",
                        "worker-frontend",
                        "status")
                .doesNotContain("shop");
        assertThat(list(services, "worker-app", "volumes"))
                .contains("${TRACEMEND_WORKSPACE:-" + workspace + "}:/workspace");
        assertThat(list(services, "tailer", "volumes"))
                .contains("${TRACEMEND_LOGS_DIR:-" + logs + "}:/workspace/logs:ro");
        Object uid = Files.getAttribute(workspace, "unix:uid");
        assertThat(map(services, "worker-app").get("user"))
                .isEqualTo("${TRACEMEND_UID:-" + uid + "}:${TRACEMEND_GID:-" + Files.getAttribute(workspace, "unix:gid")
                        + "}");
        assertThat(map(map(services, "worker-app"), "environment").get("DB_BACKEND"))
                .isEqualTo("${DB_BACKEND:-none}");
        assertThat(Files.readString(into.resolve("Dockerfile")))
                .endsWith(Files.readString(CLONE.resolve("deploy/Dockerfile")));
        assertThat(out.toString())
                .contains(
                        "docker-compose.yml  written",
                        "Dockerfile  written",
                        "lightweight-up",
                        " up -d",
                        "http://localhost:8765");
    }

    @Test
    void theGeneratedStackIsWhole() throws IOException {
        assertThat(init()).isZero();

        Map<String, Object> root = root();
        Set<String> built = new HashSet<>();
        services().forEach((name, service) -> {
            Map<String, Object> of = ComposeRendering.cast(service);
            if (of.get("build") != null) {
                Map<String, Object> build = ComposeRendering.cast(of.get("build"));
                assertThat(build.get("context")).isEqualTo(CLONE.toString());
                assertThat(build.get("dockerfile"))
                        .isEqualTo(into.resolve("Dockerfile").toString());
                built.add(String.valueOf(of.get("image")));
            }
            // Compose makes no image for a service that stands before the one that builds it.
            String image = String.valueOf(of.get("image"));
            assertThat(image.startsWith("${TRACEMEND") && !built.contains(image))
                    .as(name)
                    .isFalse();
            if (of.get("depends_on") != null) {
                assertThat(services().keySet())
                        .containsAll(map(of, "depends_on").keySet());
            }
            for (Object volume : (List<?>) of.getOrDefault("volumes", List.of())) {
                String source = String.valueOf(volume).split(":", 2)[0];
                boolean ours = source.startsWith(CLONE.resolve("deploy").toString());
                assertThat(
                                ours
                                        ? Files.exists(Path.of(source))
                                        : source.startsWith("$")
                                                || map(root, "volumes").containsKey(source))
                        .as(name + " " + volume)
                        .isTrue();
            }
        });
        assertThat(map(root, "volumes").keySet()).containsExactlyInAnyOrder("kafka", "data", "status", "ollama");
        assertThat(Files.readString(into.resolve("docker-compose.yml")))
                .doesNotContain("shop-logs", "run-shop", "broken");
    }

    @Test
    void aSecondTimeChangesNothing() throws IOException {
        assertThat(init()).isZero();
        String before = Files.readString(into.resolve("docker-compose.yml"));
        assertThat(init()).isZero();
        assertThat(out.toString()).contains("docker-compose.yml  unchanged", "Dockerfile  unchanged");
        assertThat(Files.readString(into.resolve("docker-compose.yml"))).isEqualTo(before);
    }

    @Test
    void aFileThatNobodyEditedIsRenewed() throws IOException {
        assertThat(init()).isZero();
        assertThat(run("--db", "reddb")).isZero();
        assertThat(out.toString()).contains("docker-compose.yml  renewed");
        assertThat(err.toString())
                .contains("-  DB_BACKEND: ${DB_BACKEND:-none}", "+  DB_BACKEND: ${DB_BACKEND:-reddb}");
    }

    @Test
    void editsAreKeptAndShown() throws IOException {
        assertThat(init()).isZero();
        edit("mem_limit: 2g", "mem_limit: 8g");

        assertThat(init()).as("nothing new, so nothing is missing").isZero();
        assertThat(out.toString()).contains("kept, with your edits");
        assertThat(err.toString()).contains("-  mem_limit: 8g", "+  mem_limit: 2g");

        assertThat(run("--db", "reddb")).as("the new value was not written").isEqualTo(ExitCode.UNFIXED.code());
        assertThat(out.toString()).contains("--force");
        assertThat(Files.readString(into.resolve("docker-compose.yml")))
                .contains("mem_limit: 8g")
                .doesNotContain("reddb}");
    }

    @Test
    void forceGivesEditsUpAndAHandMadeFileIsAnEditedOne() throws IOException {
        Path compose = Files.createDirectories(into).resolve("docker-compose.yml");
        Files.writeString(compose, "services: {mine: {image: mine}}\n");
        assertThat(init()).isEqualTo(ExitCode.UNFIXED.code());
        assertThat(Files.readString(compose)).isEqualTo("services: {mine: {image: mine}}\n");

        assertThat(run("--force")).isZero();
        assertThat(err.toString()).contains("-services: {mine: {image: mine}}");
        assertThat(services()).containsKey("worker-app");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsReplacedAndSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        into = file.resolve("below");
        assertThat(init()).isZero();
        Path spare = folder.resolve("data/tracemend/lightweight");
        assertThat(err.toString()).contains("adjustments\n", into + " cannot be written to; they are in " + spare);
        assertThat(spare.resolve("docker-compose.yml")).exists();
    }

    @Test
    void whereNoFolderCanBeWrittenToNothingIsDone() throws IOException {
        into = Files.writeString(folder.resolve("file"), "").resolve("below");
        Files.writeString(folder.resolve("data"), "a file where a folder should be");
        assertThat(init()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains("neither " + into + " nor ", "--out-dir");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(into.resolve("docker-compose.yml"));
        assertThat(init()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString())
                .contains(into.resolve("docker-compose.yml") + " cannot be read", "what is in the way")
                .doesNotContain("unexpected");
    }

    @Test
    void logsThatCannotBeMadeGoBesideTheFiles() throws IOException {
        logs = Path.of("/proc/nowhere/logs");
        assertThat(init()).isZero();
        assertThat(err.toString())
                .contains("/proc/nowhere/logs cannot be made; the service must write its logs to "
                        + into.resolve("logs"));
        assertThat(list(services(), "tailer", "volumes"))
                .contains("${TRACEMEND_LOGS_DIR:-" + into.resolve("logs") + "}:/workspace/logs:ro");
    }

    @Test
    void aGlobOrAFileOfLogsStandsForItsFolder() throws IOException {
        Path file = Files.writeString(logs.resolve("shop.log"), "");
        for (Path named : List.of(file, logs.resolve("*.log"), logs.resolve("*/shop-*.log"))) {
            assertThat(run("--force", "--logs", named.toString())).isZero();
            assertThat(err.toString()).contains("a folder is mounted, " + logs);
            assertThat(list(services(), "tailer", "volumes"))
                    .contains("${TRACEMEND_LOGS_DIR:-" + logs + "}:/workspace/logs:ro");
        }
    }

    @Test
    void whatCannotWorkIsRefusedWithTheRemedy() {
        workspace = folder.resolve("gone");
        assertThat(init()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains(workspace + " is not a folder", "--workspace");
        assertThat(run("--db", "oracle")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("auto, none or reddb");
    }

    @Test
    void aPathThatAComposeFileWouldReadOtherwiseIsRefused() throws IOException {
        workspace = Files.createDirectories(folder.resolve("a:b"));
        assertThat(init()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains("a:b\" cannot be written into a compose file");
    }

    @Test
    void dockerThatIsMissingIsAWarningWithTheCommand() throws IOException {
        assertThat(init()).isZero();
        assertThat(err.toString()).contains("warning: docker is not installed");
        assertThat(out.toString())
                .contains("docker compose -f " + into.resolve("docker-compose.yml") + " -p lightweight up -d");
    }

    @Test
    void theDeploymentIsPending() throws IOException {
        assertThat(init()).isZero();
        assertThat(into.resolve("logs/deployments/state.json")).content().contains("\"status\":\"pending\"");
    }

    private int init() {
        return run("--db", "none");
    }

    private int run(String... more) {
        List<String> all = new ArrayList<>(List.of("lightweight_init", "--workspace", workspace.toString()));
        if (!List.of(more).contains("--logs")) {
            all.addAll(List.of("--logs", logs.toString()));
        }
        all.addAll(List.of("--out-dir", into.toString()));
        all.addAll(List.of(more));
        return Tracemend.commandLine(new SettingsConfig(docker.environment(Map.of()), List.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private void edit(String from, String to) throws IOException {
        Path compose = into.resolve("docker-compose.yml");
        Files.writeString(compose, Files.readString(compose).replace(from, to));
    }

    private Map<String, Object> root() {
        try {
            return ComposeRendering.cast(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(into.resolve("docker-compose.yml"))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Object> services() {
        return map(root(), "services");
    }

    private static List<String> list(Map<String, Object> services, String service, String key) {
        return ((List<?>) map(services, service).get(key))
                .stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return ComposeRendering.cast(of.get(key));
    }
}
