package dev.tracemend.agent.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Demo;
import dev.tracemend.agent.predict.PredictorState.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States as the JSON that Python's DSPy saves and loads: each predictor's key with {@code traces}, {@code train}, {@code
 * demos}, {@code signature} and {@code lm}, and {@code metadata} at the end. Two spaces of indent, letters unescaped.
 */
public final class StateFile {
    private static final String METADATA = "metadata";
    private static final Set<String> OURS = Set.of("demos", "signature");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StateFile() {}

    /** The text of a state. */
    public static String write(ProgramState state) {
        ObjectNode root = JSON.createObjectNode();
        state.predictors().forEach((name, predictor) -> root.set(name, predictor(predictor)));
        // DSPy looks each dependency up in itself, so none but its own may be named.
        root.putObject(METADATA).putObject("dependency_versions");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state of JSON values cannot be written", e);
        }
    }

    /**
     * The state in a text; addresses and keys of models in it are dropped.
     *
     * @throws IllegalArgumentException when it is no state; the message says where
     */
    public static ProgramState read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the state file is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!(root instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the state file must be one JSON object with a key for each predictor");
        }
        Map<String, PredictorState> predictors = new LinkedHashMap<>();
        object.fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals(METADATA)) {
                predictors.put(entry.getKey(), predictor(entry.getKey(), entry.getValue()));
            }
        });
        return ProgramState.of(predictors);
    }

    private static ObjectNode predictor(PredictorState state) {
        ObjectNode node = JSON.createObjectNode();
        node.set("traces", state.rest().has("traces") ? state.rest().get("traces") : JSON.createArrayNode());
        node.set("train", state.rest().has("train") ? state.rest().get("train") : JSON.createArrayNode());
        ArrayNode demos = node.putArray("demos");
        for (Demo demo : state.demos()) {
            ObjectNode each = demos.addObject();
            if (demo.augmented()) {
                each.put("augmented", true);
            }
            each.setAll(demo.values());
        }
        ObjectNode signature = node.putObject("signature").put("instructions", state.instructions());
        ArrayNode fields = signature.putArray("fields");
        state.labels()
                .forEach(label ->
                        fields.addObject().put("prefix", label.prefix()).put("description", label.description()));
        node.set("lm", state.rest().has("lm") ? state.rest().get("lm") : JSON.nullNode());
        state.rest().fields().forEachRemaining(entry -> {
            if (!node.has(entry.getKey())) {
                node.set(entry.getKey(), entry.getValue());
            }
        });
        return node;
    }

    private static PredictorState predictor(String name, JsonNode node) {
        JsonNode signature = node.path("signature");
        if (!signature.path("instructions").isTextual()
                || !signature.path("fields").isArray()) {
            throw new IllegalArgumentException(
                    "the predictor '" + name + "' of the state file has no signature with instructions and fields");
        }
        List<Label> labels = new ArrayList<>();
        signature
                .get("fields")
                .forEach(field -> labels.add(new Label(
                        field.path("prefix").asText(), field.path("description").asText())));
        List<Demo> demos = new ArrayList<>();
        for (JsonNode demo : node.path("demos")) {
            if (!(demo instanceof ObjectNode values)) {
                throw new IllegalArgumentException(
                        "demo " + (demos.size() + 1) + " of the predictor '" + name + "' is no JSON object");
            }
            ObjectNode fields = values.deepCopy();
            JsonNode augmented = fields.remove("augmented");
            demos.add(new Demo(fields, augmented != null && augmented.asBoolean()));
        }
        ObjectNode rest = JSON.createObjectNode();
        node.fields().forEachRemaining(entry -> {
            if (!OURS.contains(entry.getKey())) {
                rest.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
        if (rest.get("lm") instanceof ObjectNode lm) {
            lm.remove(List.of("api_base", "base_url", "model_list", "api_key"));
        }
        return new PredictorState(signature.get("instructions").asText(), labels, demos, rest);
    }
}
