package dev.tracemend.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapper, and the tolerant reader of each topic: unknown fields are ignored, the older forms (plain text,
 * {@code ctx} or {@code lines} alone, the five-key result) are accepted, anything else is a {@link
 * MalformedRecordException} that says what was found.
 */
public final class Wire {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            // Gives the same numbers as Double.parseDouble, of which every line has one.
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A log line may begin with JSON and go on as text; and 1 is no kind of record.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // Text stays UTF-8 as it is, whatever it says; the tailer writes lines so, too.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Wire() {}

    /** One record as UTF-8 JSON. */
    public static byte[] write(Record value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /**
     * Reads back what {@link #write} made of a record that never leaves its module, a stage's state for example; the
     * topics' own records have tolerant readers below.
     */
    public static <T extends Record> T read(byte[] value, Class<T> type) {
        try {
            T read = MAPPER.readValue(value, type);
            if (read == null) {
                throw new MalformedRecordException("not a " + type.getSimpleName() + " but null");
            }
            return read;
        } catch (IOException e) {
            throw new MalformedRecordException("not a " + type.getSimpleName() + " as this version writes it", e);
        }
    }

    /**
     * A raw line: our envelope, {@code {"line", "ts"}}, or bare text (a JSON value without {@code line} is text, too).
     *
     * @param key the record's key, which names the source where the value does not; may be empty
     * @param recordTime the record's time in seconds, used where the value has none
     */
    public static LogLine logLine(byte @Nullable [] value, String key, double recordTime) {
        LogLine quick = value == null ? null : QuickLine.read(MAPPER.getFactory(), value, key, recordTime);
        return quick == null ? carefully(value, key, recordTime) : quick;
    }

    /** The tolerant way, for what is not as our tailer writes it. */
    static LogLine carefully(byte @Nullable [] value, String key, double recordTime) {
        String text = text(value, "log line");
        if (text.startsWith("{")) {
            JsonNode node = jsonOrNothing(text);
            if (node.path("line").isTextual() || "tick".equals(node.path("kind").asText())) {
                return enveloped(node, key, recordTime);
            }
        }
        return LogLine.bare(stripLineEnd(text), key, recordTime);
    }

    /** A context: ours, {@code {"ctx": [...]}}, or {@code {"lines": [...] or "..."}}. */
    public static ErrorContext errorContext(byte @Nullable [] value) {
        ObjectNode node = object(value, "context");
        if (!node.has("ctx") && node.has("lines")) {
            JsonNode lines = node.get("lines");
            if (lines.isArray()) {
                node.set("ctx", lines);
            } else if (lines.isTextual()) {
                ArrayNode split = node.putArray("ctx");
                lines.asText().lines().forEach(split::add);
            }
        }
        if (!node.path("ctx").isArray()) {
            throw new MalformedRecordException(
                    "a context needs \"ctx\" (or \"lines\") with its log lines; found the keys " + keys(node));
        }
        return convert(node, ErrorContext.class);
    }

    /** A result: ours or the five-key form. */
    public static FixResult fixResult(byte @Nullable [] value) {
        return convert(objectWith("container", value, "result"), FixResult.class);
    }

    /** A memory entry. */
    public static MemoryEntry memoryEntry(byte @Nullable [] value) {
        return convert(objectWith("fingerprint", value, "memory entry"), MemoryEntry.class);
    }

    /** A dead letter. */
    public static DeadLetter deadLetter(byte @Nullable [] value) {
        return convert(objectWith("topic", value, "dead letter"), DeadLetter.class);
    }

    /** A question to a person. */
    public static ApprovalRequest approvalRequest(byte @Nullable [] value) {
        return convert(objectWith("id", value, "request for approval"), ApprovalRequest.class);
    }

    /** A person's decision; one that says neither what nor about what is malformed. */
    public static ApprovalResponse approvalResponse(byte @Nullable [] value) {
        ObjectNode node = objectWith("id", value, "decision");
        if (!node.path("decision").isTextual()) {
            throw new MalformedRecordException(
                    "a decision needs \"decision\": approve, reject, retry or stop; found the keys " + keys(node));
        }
        return convert(node, ApprovalResponse.class);
    }

    /** Work asked for by hand. */
    public static AgentTask agentTask(byte @Nullable [] value) {
        return convert(objectWith("task", value, "task"), AgentTask.class);
    }

    /** A step in the life of a patch: ours, or that of the reference without {@code resultId}. */
    public static PatchRecord patchRecord(byte @Nullable [] value) {
        return convert(objectWith("id", value, "patch"), PatchRecord.class);
    }

    /** An entry of the audit. */
    public static AuditEntry auditEntry(byte @Nullable [] value) {
        return convert(objectWith("decision", value, "entry of the audit"), AuditEntry.class);
    }

    /** What an attempt took: ours, or the four keys of the reference. */
    public static WorkMetric workMetric(byte @Nullable [] value) {
        return convert(objectWith("container", value, "metric"), WorkMetric.class);
    }

    /** A line of a deployment. */
    public static DeployLog deployLog(byte @Nullable [] value) {
        return convert(objectWith("message", value, "deployment line"), DeployLog.class);
    }

    /** A step of a deployment. */
    public static DeployEvent deployEvent(byte @Nullable [] value) {
        return convert(objectWith("status", value, "deployment event"), DeployEvent.class);
    }

    /** Reads what an engine of the windows told; other clients put other things beside their offsets. */
    public static WindowProgress windowProgress(byte @Nullable [] value) {
        return convert(objectWith("engine", value, "progress of windows"), WindowProgress.class);
    }

    private static LogLine enveloped(JsonNode node, String key, double recordTime) {
        ObjectNode copy = node.deepCopy();
        if (copy.path("source").asText().isEmpty() || !copy.path("source").isTextual()) {
            copy.put("source", key);
        }
        if (!copy.path("ts").isNumber() || !Double.isFinite(copy.path("ts").asDouble())) {
            copy.put("ts", recordTime);
        }
        return convert(copy, LogLine.class);
    }

    private static ObjectNode objectWith(String key, byte @Nullable [] value, String what) {
        ObjectNode node = object(value, what);
        if (!node.path(key).isTextual()) {
            throw new MalformedRecordException(
                    "a " + what + " needs the text \"" + key + "\"; found the keys " + keys(node));
        }
        return node;
    }

    private static ObjectNode object(byte @Nullable [] value, String what) {
        JsonNode node = jsonOrNothing(text(value, what));
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedRecordException("a " + what + " must be a JSON object");
    }

    private static JsonNode jsonOrNothing(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedRecordException(
                    "not a " + type.getSimpleName() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    /** Kafka's records may have no value at all (a tombstone), whatever the types of its consumers say. */
    private static String text(byte @Nullable [] value, String what) {
        if (value == null) {
            throw new MalformedRecordException("a " + what + " needs a value; the record has none");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException("a " + what + " must be UTF-8 text", e);
        }
    }

    private static String keys(ObjectNode node) {
        return String.join(", ", (Iterable<String>) node::fieldNames).replaceAll("\\p{Cntrl}", "?");
    }

    private static String stripLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
