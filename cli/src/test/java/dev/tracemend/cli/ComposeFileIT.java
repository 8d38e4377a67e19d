package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.cli.ComposeRendering.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code compose.yaml}, and what {@code lightweight-init} makes of it, as rendered by each compose program of this machine. */
class ComposeFileIT {
    private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();
    /** What a user's environment hands on to every service of ours, under its own name. */
    private static final List<String> HANDED_ON = List.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_CLIENT_ID",
            "KAFKA_TOPIC_PREFIX",
            "DB_BACKEND",
            "REDDB_URL",
            "REDDB_NAMESPACE",
            "REDDB_TOKEN",
            "LOCAL_MODE",
            "MODEL_NAME",
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "USE_OLLAMA",
            "OLLAMA_MODEL",
            "OLLAMA_API_KEY",
            "OLLAMA_HOST");

    private static final Set<String> ONE_SHOT = Set.of("topics", "shop");
    private static final Set<String> FOREIGN = Set.of("kafka", "ollama", "prometheus", "grafana");
    private static final Pattern SETTING = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)");

    @TempDir
    private Path folder;

    /** Whose compose file. */
    private enum Stack {
        /** The clone's own, which mends the shop. */
        CLONES,
        /** What {@code lightweight-init} wrote for a service. */
        GENERATED
    }

    static Stream<Program> programs() {
        return ComposeRendering.programs();
    }

    static Stream<Arguments> stacks() {
        return programs().flatMap(program -> Stream.of(Stack.values()).map(stack -> Arguments.of(stack, program)));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyVariableOfTheEnvironmentReachesEveryServiceOfOurs(Stack stack, Program program) throws IOException {
        Map<String, String> said = said("environment");
        assertReaches(said, ComposeRendering.of(program, file(stack), said));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyVariableOfDotEnvDoesToo(Stack stack, Program program) throws IOException {
        Map<String, String> said = said("file");
        dotEnv(file(stack), said);
        assertReaches(said, ComposeRendering.of(program, file(stack), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void theEnvironmentWinsOverDotEnv(Stack stack, Program program) throws IOException {
        dotEnv(file(stack), said("file"));
        Map<String, String> said = said("environment");
        assertReaches(said, ComposeRendering.of(program, file(stack), said));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void whatNobodySetsStaysUnsetOrHasItsDefault(Stack stack, Program program) throws IOException {
        ComposeRendering rendered = ComposeRendering.of(program, file(stack), Map.of());
        assertThat(ours(rendered)).allSatisfy(service -> {
            Map<String, String> environment = rendered.environment(service);
            environment.keySet().retainAll(HANDED_ON);
            assertThat(environment).isEqualTo(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "DB_BACKEND", "auto"));
        });
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyOtherSettingChangesTheStack(Stack stack, Program program) throws IOException {
        Map<String, String> said = new HashMap<>();
        settings(file(stack)).forEach(name -> said.put(name, marked(name)));
        said.keySet().removeAll(HANDED_ON);
        said.remove("COMPOSE_PROJECT_NAME");

        String rendered = ComposeRendering.of(program, file(stack), said).root().toString();
        assertThat(said).isNotEmpty();
        assertThat(said.values()).allSatisfy(value -> assertThat(rendered).contains(value));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everyContainerIsConfinedAndBounded(Stack stack, Program program) throws IOException {
        // The workers run as the owner of the workspace, who may be root here.
        Map<String, String> owner = Map.of("TRACEMEND_UID", "1000", "TRACEMEND_GID", "1000");
        ComposeRendering rendered = ComposeRendering.of(program, file(stack), owner);
        rendered.services().forEach((name, service) -> {
            assertThat(service).as(name).containsKey("image");
            if (name.equals("kafka") || name.equals("ollama")) {
                return; // images of others, which write where they please
            }
            assertThat(service).as(name).containsEntry("read_only", true).containsKey("mem_limit");
            assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
        });
        assertThat(ours(rendered))
                .allSatisfy(name ->
                        assertThat((String) rendered.service(name).get("user")).matches("[1-9]\\d*:[1-9]\\d*"));
        assertThat(rendered.services().keySet())
                .filteredOn(name -> !ONE_SHOT.contains(name))
                .allSatisfy(name -> assertThat(rendered.service(name))
                        .containsKey("healthcheck")
                        .containsEntry("restart", "unless-stopped"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void nothingIsOpenToTheNetwork(Stack stack, Program program) throws IOException {
        ComposeRendering rendered = ComposeRendering.of(program, file(stack), Map.of());
        assertThat(rendered.services().values().stream()
                        .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
                        .map(String::valueOf))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:") || port.contains("host_ip=127.0.0.1"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void whoNeedsAnotherWaitsForItsHealthOrItsEnd(Stack stack, Program program) throws IOException {
        ComposeRendering rendered = ComposeRendering.of(program, file(stack), Map.of());
        assertThat(waitsFor(rendered, "topics")).isEqualTo(Map.of("kafka", "service_healthy"));
        for (String name : List.of("tailer", "windows", "worker-app", "worker-backend", "worker-frontend", "status")) {
            assertThat(waitsFor(rendered, name)).containsEntry("topics", "service_completed_successfully");
        }
        assertThat(waitsFor(rendered, "grafana")).isEqualTo(Map.of("prometheus", "service_healthy"));
    }

    @Test
    void everySettingIsInTheDocs() throws IOException {
        String docs = Files.readString(CLONE.resolve("docs/deploy.md"));
        assertThat(settings(CLONE.resolve("compose.yaml")))
                .allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
        assertThat(HANDED_ON).allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
        assertThat(ComposeRendering.PROFILES)
                .allSatisfy(name -> assertThat(docs).contains("| `" + name + "` |"));
    }

    private static void assertReaches(Map<String, String> said, ComposeRendering rendered) {
        assertThat(ours(rendered))
                .contains("topics", "tailer", "windows", "windows-light", "worker-app", "status")
                .allSatisfy(service ->
                        assertThat(rendered.environment(service)).as(service).containsAllEntriesOf(said));
    }

    /** Services that run one of our images, but for the shop, which knows nothing of us. */
    private static Set<String> ours(ComposeRendering rendered) {
        return rendered.services().keySet().stream()
                .filter(name -> !FOREIGN.contains(name) && !name.equals("shop"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> waitsFor(ComposeRendering rendered, String service) {
        Map<String, Map<String, Object>> conditions =
                ComposeRendering.cast(rendered.service(service).get("depends_on"));
        return conditions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.valueOf(entry.getValue().get("condition"))));
    }

    private static Map<String, String> said(String where) {
        return HANDED_ON.stream()
                .collect(Collectors.toMap(name -> name, name -> where + "-" + name.toLowerCase(Locale.ROOT)));
    }

    /** A value by which a setting is known again, of the kind that its place takes. */
    private static String marked(String name) {
        int number = 20_000 + Math.floorMod(name.hashCode(), 10_000);
        if (name.endsWith("_PORT") || name.endsWith("ID")) {
            return Integer.toString(number);
        }
        return name.endsWith("_WORKSPACE") || name.endsWith("_DIR") ? "/srv/marked-" + number : "marked-" + number;
    }

    private static Set<String> settings(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher found = SETTING.matcher(Files.readString(file));
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static void dotEnv(Path file, Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(CLONE.resolve(".env")));
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(file.resolveSibling(".env"), text);
    }

    private Path file(Stack stack) throws IOException {
        if (stack == Stack.CLONES) {
            return Files.write(folder.resolve("compose.yaml"), Files.readAllBytes(CLONE.resolve("compose.yaml")));
        }
        Path into = folder.resolve("stack");
        Path workspace = Files.createDirectories(folder.resolve("shop/.git")).getParent();
        System.setProperty("tracemend.home", CLONE.toString());
        try {
            StringWriter err = new StringWriter();
            assertThat(Tracemend.commandLine(
                                    new SettingsConfig(new FakeDocker(folder).environment(Map.of()), List.of()))
                            .setOut(new PrintWriter(new StringWriter()))
                            .setErr(new PrintWriter(err))
                            .execute(
                                    "lightweight-init",
                                    "--workspace",
                                    workspace.toString(),
                                    "--out-dir",
                                    into.toString()))
                    .as(err.toString())
                    .isZero();
        } finally {
            System.clearProperty("tracemend.home");
        }
        return into.resolve("docker-compose.yml");
    }
}
