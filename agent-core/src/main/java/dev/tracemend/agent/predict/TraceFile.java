package dev.tracemend.agent.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.CallCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A run as a file, one JSON object a line and a step: {@code name, inputs, call (model, request, reply), adapter, outputs,
 * problem, observation, ms}. It can be shown, and played again through {@link dev.tracemend.agent.model.ReplayModel}.
 */
public final class TraceFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TraceFile() {}

    /** A trace that hands each step on as a line, from whatever thread it happens in. */
    public static Trace into(Consumer<String> lines) {
        return step -> lines.accept(line(step));
    }

    /** One step as one line. */
    public static String line(TraceStep step) {
        ObjectNode line = JSON.createObjectNode().put("name", step.name());
        line.set("inputs", step.inputs());
        step.call().ifPresent(call -> {
            ObjectNode node = line.putObject("call").put("model", call.model());
            node.set("request", CallCodec.request(call.request()));
            node.set("reply", CallCodec.reply(call.reply()));
        });
        line.put("adapter", step.adapter());
        step.outputs().ifPresent(outputs -> line.set("outputs", outputs));
        return line.put("problem", step.problem())
                .put("observation", step.observation())
                .put("ms", step.took().toMillis())
                .toString();
    }

    /**
     * The calls of models in a file, as {@link dev.tracemend.agent.model.ReplayModel} reads them.
     *
     * @throws IllegalArgumentException naming the line that is no step
     */
    public static List<String> recording(List<String> lines) {
        return read(lines, OptionalInt.empty()).stream()
                .map(step -> step.json().path("call"))
                .filter(JsonNode::isObject)
                .map(JsonNode::toString)
                .toList();
    }

    /**
     * The calls of models in a file, or the one of a step, to be made again.
     *
     * @throws IllegalArgumentException naming the line that is no step, or the step that is not there
     */
    public static List<RecordedCall> calls(List<String> lines, OptionalInt only) {
        List<RecordedCall> calls = new ArrayList<>();
        for (Numbered step : read(lines, only)) {
            JsonNode call = step.json().path("call");
            if (call.isObject()) {
                calls.add(new RecordedCall(
                        step.number(),
                        step.json().path("name").asText(),
                        CallCodec.request(call.path("request")),
                        CallCodec.reply(call.path("reply"))));
            }
        }
        return calls;
    }

    /**
     * The steps of a file, or one of them, as JSON with their {@code step} in front.
     *
     * @throws IllegalArgumentException as {@link #calls}
     */
    public static List<String> steps(List<String> lines, OptionalInt only) {
        return read(lines, only).stream()
                .map(step -> {
                    ObjectNode numbered = JSON.createObjectNode().put("step", step.number());
                    step.json().fields().forEachRemaining(field -> numbered.set(field.getKey(), field.getValue()));
                    return numbered.toString();
                })
                .toList();
    }

    /**
     * A file for a person to read.
     *
     * @throws IllegalArgumentException naming the line that is no step
     */
    public static String shown(List<String> lines) {
        return shown(lines, OptionalInt.empty());
    }

    /**
     * The same of one step alone, then with the whole prompt.
     *
     * @throws IllegalArgumentException as {@link #calls}
     */
    public static String shown(List<String> lines, OptionalInt only) {
        StringBuilder text = new StringBuilder();
        for (Numbered step : read(lines, only)) {
            show(step.number(), step.json(), text);
            if (only.isPresent()) {
                for (JsonNode message : step.json().path("call").path("request").path("messages")) {
                    part(message.path("role").asText(), message.path("content").asText(), text);
                }
            }
        }
        return text.toString();
    }

    private record Numbered(int number, JsonNode json) {}

    private static List<Numbered> read(List<String> lines, OptionalInt only) {
        List<Numbered> steps = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                number++;
                JsonNode step = step(lines.get(i), i + 1);
                if (only.isEmpty() || only.getAsInt() == number) {
                    steps.add(new Numbered(number, step));
                }
            }
        }
        if (only.isPresent() && steps.isEmpty()) {
            throw new IllegalArgumentException("there is no step " + only.getAsInt() + ": it has " + number);
        }
        return steps;
    }

    private static void show(int number, JsonNode step, StringBuilder text) {
        JsonNode reply = step.path("call").path("reply");
        text.append(number).append(". ").append(step.path("name").asText());
        if (reply.isObject()) {
            text.append("  (")
                    .append(step.path("call").path("model").asText())
                    .append(", ")
                    .append(step.path("adapter").asText());
            text.append(", ").append(reply.path("tokens_in").asLong()).append(" + ");
            text.append(reply.path("tokens_out").asLong()).append(" tokens");
        } else {
            text.append("  (tool");
        }
        text.append(", ").append(step.path("ms").asLong()).append(" ms)\n");
        part("given", step.path("inputs").toString(), text);
        part("said", reply.path("text").asText(), text);
        part(
                "gave",
                step.has("outputs")
                        ? step.path("outputs").toString()
                        : step.path("observation").asText(),
                text);
        part("problem", step.path("problem").asText(), text);
    }

    private static void part(String name, String value, StringBuilder text) {
        if (!value.isEmpty()) {
            text.append("   ")
                    .append(name)
                    .append(": ")
                    .append(value.strip().replace("\n", "\n     "))
                    .append('\n');
        }
    }

    private static JsonNode step(String line, int number) {
        try {
            JsonNode step = JSON.readTree(line);
            if (step.path("name").isTextual()) {
                return step;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "line " + number + " of the trace is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("line " + number + " of the trace is no step: it has no 'name'");
    }
}
