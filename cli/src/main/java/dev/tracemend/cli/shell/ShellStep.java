package dev.tracemend.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of input: an object whose fields are asked for by name and checked as they are. */
final class ShellStep {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAY = 86_400;

    private final JsonNode node;
    private final long line;

    private ShellStep(JsonNode node, long line) {
        this.node = node;
        this.line = line;
    }

    /** Reads one line, the {@code line}th of the input. */
    static ShellStep read(String text, long line) throws StepRefusal {
        try {
            JsonNode node = JSON.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            if (node == null || !node.isObject()) {
                throw new StepRefusal(
                        "bad_json", "line " + line + " is no JSON object: one step a line, {\"action\":…}");
            }
            return new ShellStep(node, line);
        } catch (JsonProcessingException broken) {
            throw new StepRefusal("bad_json", "line " + line + " is no JSON: " + broken.getOriginalMessage());
        }
    }

    /** The step's {@code id} as it was given, or the number of its line. */
    JsonNode id() {
        JsonNode id = node.get("id");
        return id == null || id.isNull() ? LongNode.valueOf(line) : id;
    }

    String action() throws StepRefusal {
        return text("action").orElseThrow(() -> new StepRefusal("bad_step", "a step needs an \"action\""));
    }

    String session() throws StepRefusal {
        return text("session").orElse("default");
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    boolean flag(String field) throws StepRefusal {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    Optional<String> text(String field) throws StepRefusal {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(field, "a text");
        }
        return Optional.of(value.textValue());
    }

    String needed(String field) throws StepRefusal {
        return text(field)
                .orElseThrow(() -> new StepRefusal("bad_step", "this action needs \"" + field + "\", a text"));
    }

    /** Seconds, whole or not, more than 0 and at most a day. */
    Duration seconds(String field, Duration otherwise) throws StepRefusal {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0) || value.doubleValue() > DAY) {
            throw wrong(field, "a number of seconds, more than 0 and at most " + DAY);
        }
        return Duration.ofNanos(Math.max(1_000_000, (long) (value.doubleValue() * 1e9)));
    }

    int whole(String field, int otherwise, int least, int most) throws StepRefusal {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(field, "a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    List<String> words(String field) throws StepRefusal {
        JsonNode value = node.get(field);
        List<String> words = new ArrayList<>();
        if (value == null || !value.isArray() || value.isEmpty()) {
            throw wrong(field, "a list of texts, the program first");
        }
        for (JsonNode word : value) {
            if (!word.isTextual()) {
                throw wrong(field, "a list of texts, the program first");
            }
            words.add(word.textValue());
        }
        return words;
    }

    private static StepRefusal wrong(String field, String wanted) {
        return new StepRefusal("bad_step", "\"" + field + "\" must be " + wanted);
    }
}
