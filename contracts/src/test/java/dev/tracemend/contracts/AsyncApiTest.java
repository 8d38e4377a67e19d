package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.asyncapi.v3._0_0.model.AsyncAPI;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.yaml} says what {@link Topics} and the records are. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/asyncapi.yaml");
    private static final Path GOLDEN = Path.of("src/test/resources/wire/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The record of each topic, and its golden files by the first word of their names. */
    private static final Map<String, Class<?>> RECORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("log", LogLine.class),
            Map.entry("tick", LogLine.class),
            Map.entry("context", ErrorContext.class),
            Map.entry("result", FixResult.class),
            Map.entry("memory", MemoryEntry.class),
            Map.entry("dead", DeadLetter.class),
            Map.entry("approval", ApprovalRequest.class),
            Map.entry("decision", ApprovalResponse.class),
            Map.entry("task", AgentTask.class),
            Map.entry("patch", PatchRecord.class),
            Map.entry("metric", WorkMetric.class),
            Map.entry("audit", AuditEntry.class),
            Map.entry("deployment", DeployLog.class),
            Map.entry("deploying", DeployEvent.class)));

    static Stream<Path> goldenFilesOfOurs() throws IOException {
        return Files.list(GOLDEN)
                .filter(file -> !file.getFileName().toString().startsWith("reference-"))
                // Lies beside offsets, on no topic.
                .filter(file -> !file.getFileName().toString().startsWith("window-"))
                .sorted();
    }

    @Test
    void itIsAnAsyncApiDocument() throws IOException {
        AsyncAPI document = new YAMLMapper().readValue(DOCUMENT.toFile(), AsyncAPI.class);

        assertThat(document.getAsyncapi()).isEqualTo("3.0.0");
        assertThat(document.getChannels()).isNotEmpty();
        assertThat(document.getOperations()).isNotEmpty();
    }

    @Test
    void itsSchemasAreThoseOfTheRecords() {
        List<Class<?>> roots = List.copyOf(new java.util.LinkedHashSet<>(RECORDS.values()));
        JsonNode expected = RecordSchemas.expectedIn(DOCUMENT, roots);

        assertThat(RecordSchemas.read(DOCUMENT).at("/components/schemas"))
                .as("write them anew with -Dschemas.write=true")
                .isEqualTo(expected);
    }

    @Test
    void itsChannelsAreTheTopics() {
        List<TopicSpec> topics = new ArrayList<>(Topics.family("app"));
        topics.addAll(Topics.deployment());
        Map<String, JsonNode> channels = new TreeMap<>();
        RecordSchemas.read(DOCUMENT)
                .path("channels")
                .forEach(
                        channel -> channels.put(channel.path("address").asText().replace("{topic}", "app"), channel));

        assertThat(channels.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topics.stream().map(TopicSpec::name).toList());
        for (TopicSpec topic : topics) {
            JsonNode kafka = channels.get(topic.name()).at("/bindings/kafka");
            JsonNode kept = kafka.path("topicConfiguration");
            assertThat(kafka.path("partitions").asInt()).as(topic.name()).isEqualTo(topic.partitions());
            assertThat(kept.at("/cleanup.policy/0").asText())
                    .as(topic.name())
                    .isEqualTo(topic.config().get("cleanup.policy"));
            assertThat(kept.path("retention.ms").asText())
                    .as(topic.name())
                    .isEqualTo(topic.config().getOrDefault("retention.ms", ""));
        }
    }

    @Test
    void everyChannelOperationAndMessageLeadsToASchema() {
        JsonNode document = RecordSchemas.read(DOCUMENT);
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(found -> references.add(found.asText()));

        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        document.path("channels").fields().forEachRemaining(channel -> assertThat(
                        channel.getValue().path("messages"))
                .as(channel.getKey())
                .isNotEmpty());
        document.at("/components/messages").fields().forEachRemaining(message -> assertThat(
                        message.getValue().at("/payload/$ref").asText())
                .isEqualTo("#/components/schemas/" + message.getKey()));
    }

    @ParameterizedTest
    @MethodSource("goldenFilesOfOurs")
    void goldenFilesAreAsItSays(Path file) throws IOException {
        Class<?> record =
                RECORDS.get(file.getFileName().toString().replace(".json", "").split("-")[0]);
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + record.getSimpleName());
        schema.set("components", RecordSchemas.read(DOCUMENT).path("components"));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(JSON.readTree(Files.readAllBytes(file))))
                .isEmpty();
    }
}
