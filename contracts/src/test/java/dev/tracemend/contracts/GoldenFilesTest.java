package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code wire/v1} was once on a topic. They are never edited or deleted, only added to. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/wire/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What reads a golden file, by the first word of its name. */
    private static final Map<String, Function<byte[], Record>> READERS = Map.ofEntries(
            Map.entry("log", bytes -> Wire.logLine(bytes, "", 0)),
            Map.entry("tick", bytes -> Wire.logLine(bytes, "", 0)),
            Map.entry("line", bytes -> Wire.logLine(bytes, "", 0)),
            Map.entry("context", Wire::errorContext),
            Map.entry("result", Wire::fixResult),
            Map.entry("memory", Wire::memoryEntry),
            Map.entry("dead", Wire::deadLetter),
            Map.entry("approval", Wire::approvalRequest),
            Map.entry("decision", Wire::approvalResponse),
            Map.entry("task", Wire::agentTask),
            Map.entry("patch", Wire::patchRecord),
            Map.entry("audit", Wire::auditEntry),
            Map.entry("metric", Wire::workMetric),
            Map.entry("deployment", Wire::deployLog),
            Map.entry("deploying", Wire::deployEvent),
            Map.entry("window", Wire::windowProgress));

    static Stream<Arguments> ours() {
        return Stream.of(
                Arguments.of("log-line", Samples.LINE),
                Arguments.of("tick", Samples.TICK),
                Arguments.of("context", Samples.CONTEXT),
                Arguments.of("result-verified", Samples.VERIFIED),
                Arguments.of("result-diagnosed", Samples.DIAGNOSED),
                Arguments.of("result-repeat", Samples.REPEAT),
                Arguments.of("memory-lifecycle", Samples.MEMORY),
                Arguments.of("approval-request", Samples.APPROVAL_REQUEST),
                Arguments.of("decision", Samples.APPROVAL_RESPONSE),
                Arguments.of("task", Samples.TASK),
                Arguments.of("patch", Samples.PATCH),
                Arguments.of("audit", Samples.AUDIT),
                Arguments.of("metric", Samples.METRIC),
                Arguments.of("dead-letter", Samples.DEAD_LETTER),
                Arguments.of("deployment-line", Samples.DEPLOY_LOG),
                Arguments.of("deploying-failed", Samples.DEPLOY_EVENT),
                Arguments.of("window-progress", Samples.WINDOW_PROGRESS));
    }

    static Stream<Path> all() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void goldenFileIsReadAsTheRecord(String name, Record record) throws IOException {
        assertThat(read(FOLDER.resolve(name + ".json"))).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void recordIsWrittenAsTheGoldenFile(String name, Record record) throws IOException {
        assertThat(JSON.readTree(Wire.write(record))).isEqualTo(JSON.readTree(bytes(FOLDER.resolve(name + ".json"))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatWasReadIsWrittenWithTheSameKeysAndValues(Path file) throws IOException {
        JsonNode golden = JSON.readTree(bytes(file));
        JsonNode written = JSON.readTree(Wire.write(read(file)));
        List<String> foreign = List.of("/lines", "/stream", "/kubernetes", "/kubernetes/pod");
        assertThat(paths(written))
                .containsAll(paths(golden).stream()
                        .filter(path -> !foreign.contains(path) && !path.startsWith("/lines/"))
                        .toList());
        for (String path : paths(golden)) {
            JsonNode value = golden.at(path);
            if (value.isValueNode() && written.at(path).isValueNode()) {
                assertThat(written.at(path)).as(path).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatWasWrittenIsReadAsTheSame(Path file) throws IOException {
        Record record = read(file);
        assertThat(reader(file).apply(Wire.write(record))).isEqualTo(record);
    }

    @Test
    void everyKeyThatARecordCanHoldIsInAGoldenFile() throws IOException {
        List<String> ofContexts = new ArrayList<>(keysOf("context.json"));
        ofContexts.addAll(keysOf("context-hosts.json"));
        assertThat(ofContexts).containsAll(components(ErrorContext.class));
        assertThat(keysOf("memory-lifecycle.json")).containsAll(components(MemoryEntry.class));
        assertThat(keysOf("approval-request.json")).containsAll(components(ApprovalRequest.class));
        assertThat(keysOf("decision.json")).containsAll(components(ApprovalResponse.class));
        assertThat(keysOf("task.json")).containsAll(components(AgentTask.class));
        assertThat(keysOf("audit.json")).containsAll(components(AuditEntry.class));
        assertThat(keysOf("dead-letter.json")).containsAll(components(DeadLetter.class));
        assertThat(keysOf("log-line.json")).containsAll(components(LogLine.class));
        assertThat(keysOf("deployment-line.json")).containsAll(components(DeployLog.class));
        assertThat(keysOf("deploying-failed.json")).containsAll(components(DeployEvent.class));
        assertThat(keysOf("window-progress.json")).containsAll(components(WindowProgress.class));
        List<String> ofResults = new ArrayList<>(keysOf("result-verified.json"));
        ofResults.addAll(keysOf("result-repeat.json"));
        assertThat(ofResults)
                .contains("key_points")
                .containsAll(components(FixResult.class).stream()
                        .filter(name -> !name.equals("keyPoints"))
                        .toList());
    }

    @Test
    void memoryOfBeforeThereWereStatesHasThatOfItsVerdict() throws IOException {
        MemoryEntry old = Wire.memoryEntry(bytes(FOLDER.resolve("memory.json")));
        assertThat(old.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(old.state()).isEqualTo(Lifecycle.PROPOSED);
        assertThat(old.proposal().none()).isTrue();
        assertThat(old.place()).isEqualTo(ContextPlace.NONE);
    }

    @Test
    void pageOnTopicsShowsTheGoldenFiles() throws IOException {
        String page = Files.readString(Path.of("../docs/topics.md"));
        for (String name : List.of(
                "log-line",
                "tick",
                "context",
                "result-verified",
                "memory-lifecycle",
                "dead-letter",
                "approval-request",
                "decision",
                "task",
                "patch",
                "audit",
                "metric",
                "deployment-line",
                "deploying-failed",
                "window-progress")) {
            assertThat(page).contains("```json\n" + Files.readString(FOLDER.resolve(name + ".json")) + "```");
        }
    }

    private static List<String> components(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }

    private static List<String> keysOf(String name) throws IOException {
        List<String> keys = new ArrayList<>();
        JSON.readTree(bytes(FOLDER.resolve(name))).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Record read(Path file) throws IOException {
        return reader(file).apply(bytes(file));
    }

    private static Function<byte[], Record> reader(Path file) {
        String name = file.getFileName().toString().replace("reference-", "").replace(".json", "");
        return READERS.get(name.split("-")[0]);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static TreeSet<String> paths(JsonNode node) {
        TreeSet<String> found = new TreeSet<>();
        collect("", node, found);
        return found;
    }

    private static void collect(String path, JsonNode node, TreeSet<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.add(path + "/" + i);
                collect(path + "/" + i, node.get(i), found);
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            found.add(path + "/" + name);
            collect(path + "/" + name, node.get(name), found);
        }
    }
}
