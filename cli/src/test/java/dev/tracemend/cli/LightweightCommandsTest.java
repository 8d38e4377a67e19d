package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.DeployStatus;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lightweight-up}, {@code -down}, {@code -status} and {@code -build} with and without Docker's programs. */
class LightweightCommandsTest {
    private static final int ITS_OWN = 17;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeDocker docker;
    private Path compose;

    @BeforeEach
    void writeAComposeFile() throws IOException {
        docker = new FakeDocker(folder);
        compose = Files.writeString(folder.resolve("docker-compose.yml"), "services: {}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "build"})
    void withoutDockerTheCommandsArePrintedAndTheCommandFails(String verb) {
        for (String name : List.of("lightweight-" + verb, "lightweight_" + verb)) {
            assertThat(run(name)).isEqualTo(ExitCode.CONFIGURATION.code());
        }
        String step = Map.of("up", "up -d", "down", "down", "status", "ps", "build", "build")
                .get(verb);
        assertThat(out.toString()).contains("docker compose -f " + compose + " -p lightweight " + step + "\n");
        assertThat(err.toString()).contains("docker is not installed").doesNotContain("Exception");
    }

    @Test
    void dockerWithoutComposeIsSaid() throws IOException {
        docker.program("docker", "[ \"$1\" != compose ]");
        assertThat(run("lightweight-up")).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains("neither its compose plugin nor docker-compose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "build"})
    void anExitCodeOfDockerIsPassedOn(String verb) throws IOException {
        docker.plugin(verb.equals("status") ? "ps" : verb, ITS_OWN);
        assertThat(run("lightweight-" + verb)).isEqualTo(ITS_OWN);
        assertThat(err.toString()).contains("Docker ended with 17");
    }

    @Test
    void thePluginIsUsedWhereItIs() throws IOException {
        docker.plugin("none", 0).program("docker-compose", "echo \"docker-compose $*\" >>\"$calls\"");
        assertThat(run("lightweight-up")).isZero();
        assertThat(docker.calls()).containsExactly("docker compose up -d");
    }

    @Test
    void theOlderProgramIsUsedWhereThePluginIsNot() throws IOException {
        docker.program("docker", "[ \"$1\" = version ]")
                .program("docker-compose", "[ \"$1\" = version ] || echo \"docker-compose $*\" >>\"$calls\"");
        assertThat(run("lightweight-up")).isZero();
        assertThat(run("lightweight-down")).isZero();
        assertThat(docker.calls()).containsExactly("docker-compose up -d", "docker-compose down");
    }

    @Test
    void anEngineThatDoesNotAnswerIsAMatterOfReach() throws IOException {
        docker.program("docker", "[ \"$1 $2\" = 'compose version' ] || [ \"$1\" = --version ]");
        assertThat(run("lightweight-up")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(err.toString()).contains("no Docker engine answers", "DOCKER_HOST");
        assertThat(latest().status()).isEqualTo(DeployStatus.ERROR);
    }

    @Test
    void buildAndNoBuildAreSteps() throws IOException {
        docker.plugin("none", 0);
        assertThat(run("lightweight-up", "--build")).isZero();
        assertThat(run("lightweight-up", "--no-build")).isZero();
        assertThat(run("lightweight-build")).isZero();
        assertThat(run("lightweight-build", "--no-restart")).isZero();
        assertThat(docker.calls())
                .containsExactly(
                        "docker compose build",
                        "docker compose up -d --no-build",
                        "docker compose up -d --no-build",
                        "docker compose build",
                        "docker compose up -d --no-build",
                        "docker compose build");
    }

    @Test
    void theStepsAreRecordedAfterTheFact() throws IOException {
        docker.plugin("none", 0);
        assertThat(run("lightweight-build", "--no-restart")).isZero();
        assertThat(latest().status()).isEqualTo(DeployStatus.DONE);
        assertThat(run("lightweight-up", "--build")).isZero();
        assertThat(latest().status()).isEqualTo(DeployStatus.UP);
        assertThat(run("lightweight-down")).isZero();

        assertThat(events())
                .extracting(event -> event.phase() + " " + event.event() + " "
                        + event.status().word())
                .containsExactly(
                        "build started building",
                        "build succeeded done",
                        "build started building",
                        "build succeeded done",
                        "up started done",
                        "up succeeded up",
                        "down started up",
                        "down succeeded down");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.composeHash())
                    .isEqualTo("fa6ccea1ca4e3a031d9e99f25cc05db803aa9bac642c000ddab14f6d9da54b52");
            assertThat(event.image()).isEqualTo("tracemend:dev@sha256:c0ffee");
        });
    }

    @Test
    void aBuildThatFailsStartsNothing() throws IOException {
        docker.plugin("build", ITS_OWN);
        assertThat(run("lightweight-up", "--build")).isEqualTo(ITS_OWN);
        assertThat(docker.calls()).containsExactly("docker compose build");
        assertThat(latest())
                .extracting(DeployEvent::event, DeployEvent::status, DeployEvent::exitCode)
                .containsExactly("failed", DeployStatus.ERROR, ITS_OWN);
    }

    @Test
    void theDeploymentLogHoldsWhatDockerSaidWithSecretsMasked() throws IOException {
        docker.plugin("none", 0)
                .program("docker-compose", "")
                .program(
                        "docker",
                        "[ \"$1 $2\" = 'compose version' ] && exit; [ \"$1\" = compose ] || exit 0\n"
                                + "printf '\\033[32mpulling\\033[0m\\rpassword=hunter2hunter2 is wrong\\n'; exit 3");
        assertThat(run("lightweight-up")).isEqualTo(3);
        Path log = log();
        assertThat(log.getFileName().toString()).matches("lightweight_\\d{8}_\\d{6}\\.log");
        assertThat(Files.readAllLines(log))
                .allMatch(line -> line.matches("\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d] up (info|error): .*"))
                .anyMatch(line -> line.endsWith("up info: pulling"))
                .anyMatch(line -> line.endsWith("up error: compose up -d ended with 3"));
        assertThat(Files.readString(log)).doesNotContain("hunter2");
        assertThat(err.toString()).doesNotContain("hunter2").contains("its log is " + log);
    }

    @Test
    void aLogThatCannotBeWrittenBesideTheFileGoesToTheUsersDataFolder() throws IOException {
        docker.plugin("none", 0);
        Files.writeString(folder.resolve("logs"), "a file where a folder should be");
        assertThat(run("lightweight-up")).isZero();
        assertThat(folder.resolve("data/tracemend/lightweight/logs/deployments/state.json"))
                .exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "build"})
    void whereNoLogCanBeWrittenTheCommandSaysSoAndDoesNothing(String verb) throws IOException {
        docker.plugin("none", 0);
        Files.writeString(folder.resolve("logs"), "a file where a folder should be");
        Files.writeString(folder.resolve("data"), "and another");
        assertThat(run("lightweight-" + verb)).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString())
                .contains(
                        "no deployment log can be written to " + folder.resolve("logs/deployments"),
                        "nor to " + folder.resolve("data"),
                        "XDG_DATA_HOME")
                .doesNotContain("unexpected");
        assertThat(docker.calls()).isEmpty();
    }

    @Test
    void aStepThatFailsLeavesAnErrorFromWhichTheNextOneRecovers() throws IOException {
        docker.plugin("up", ITS_OWN);
        assertThat(run("lightweight-up")).isEqualTo(ITS_OWN);
        assertThat(latest().status()).isEqualTo(DeployStatus.ERROR);
        docker.plugin("none", 0);
        assertThat(run("lightweight-up")).isZero();
        assertThat(latest().status()).isEqualTo(DeployStatus.UP);
        docker.plugin("down", ITS_OWN);
        assertThat(run("lightweight-down")).isEqualTo(ITS_OWN);
        assertThat(latest().status()).isEqualTo(DeployStatus.ERROR);
    }

    @Test
    void statusTellsWhereTheDeploymentStands() throws IOException {
        docker.plugin("none", 0);
        assertThat(run("lightweight-status")).isZero();
        assertThat(out.toString()).contains("never deployed", "said by");
        assertThat(run("lightweight-up")).isZero();
        Files.writeString(compose, "services: { kafka: {} }\n");
        assertThat(run("lightweight_status")).isZero();
        assertThat(out.toString())
                .contains(
                        "up since 20", "(up succeeded)", "tracemend:dev@sha256:c0ffee", "the compose file has changed");
    }

    @Test
    void aComposeFileThatIsNotThereIsSaidWithWhatWritesIt() throws IOException {
        docker.plugin("none", 0);
        Files.delete(compose);
        assertThat(run("lightweight-up")).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString()).contains(compose + " is not there", "lightweight-init");
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--compose", compose.toString(), "--bootstrap", "127.0.0.1:1"))
                .toArray(String[]::new);
        return Tracemend.commandLine(new SettingsConfig(docker.environment(Map.of()), List.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private Path journal() {
        return folder.resolve("logs").resolve("deployments");
    }

    private DeployEvent latest() throws IOException {
        return Wire.deployEvent(Files.readAllBytes(journal().resolve("state.json")));
    }

    private List<DeployEvent> events() throws IOException {
        return Files.readAllLines(journal().resolve("unsent-deploy.events.lightweight.jsonl")).stream()
                .map(line -> Wire.deployEvent(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private Path log() throws IOException {
        try (Stream<Path> files = Files.list(journal())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
