package dev.tracemend.agent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.signature.BindingException;
import dev.tracemend.agent.signature.JsonSchema;
import dev.tracemend.agent.signature.ValueBinder;
import dev.tracemend.agent.tool.Observation.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools of one agent by name. A call never throws: whatever goes wrong is an observation the model can act on. */
public final class ToolBox {
    private static final Logger LOG = LoggerFactory.getLogger(ToolBox.class);
    /** An observation longer than this is cut in its middle; a model reads no more, and pays for each. */
    static final int LONGEST_OBSERVATION = 40_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, Tool> tools;
    private final Approval approval;

    private ToolBox(Map<String, Tool> tools, Approval approval) {
        this.tools = Map.copyOf(tools);
        this.approval = approval;
    }

    /**
     * A box of tools; {@code approval} is asked before those that need it.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public static ToolBox of(List<? extends Tool> tools, Approval approval) {
        Map<String, Tool> byName = new LinkedHashMap<>();
        for (Tool tool : tools) {
            if (byName.put(tool.spec().name(), tool) != null) {
                throw new IllegalArgumentException(
                        "two tools are named " + tool.spec().name() + ": rename one");
            }
        }
        return new ToolBox(byName, approval);
    }

    /** What is offered to a model, by name, always in the same order. */
    public List<ToolSpec> specs() {
        return tools.values().stream()
                .map(Tool::spec)
                .sorted(Comparator.comparing(ToolSpec::name))
                .toList();
    }

    /** What a tool can do; empty where there is none of the name. */
    public Optional<Risk> risk(String name) {
        return Optional.ofNullable(tools.get(name)).map(tool -> tool.spec().risk());
    }

    /** Checks and runs one call; {@code arguments} is the JSON object that the model sent, empty for none. */
    public Observation call(String name, String arguments) {
        Optional<Tool> tool = Optional.ofNullable(tools.get(name));
        if (tool.isEmpty()) {
            return new Observation(
                    "There is no tool named '" + bounded(name, 80) + "'. The tools are: "
                            + String.join(", ", tools.keySet().stream().sorted().toList()) + ".",
                    Outcome.INVALID);
        }
        try {
            JsonNode parsed = arguments.isBlank() ? JSON.createObjectNode() : JSON.readTree(arguments);
            if (parsed instanceof ObjectNode object) {
                return call(tool.get(), object);
            }
        } catch (JsonProcessingException malformed) {
            return invalid(tool.get().spec(), "they are no JSON: " + malformed.getOriginalMessage());
        }
        return invalid(tool.get().spec(), "they must be one JSON object");
    }

    private Observation call(Tool tool, ObjectNode arguments) {
        ToolSpec spec = tool.spec();
        List<Object> values;
        try {
            values = ValueBinder.bind(spec.arguments(), arguments);
        } catch (BindingException misfit) {
            return invalid(spec, misfit.problem());
        }
        Optional<String> objection = spec.approval() ? approval.objection(spec, arguments) : Optional.empty();
        if (objection.isPresent()) {
            return new Observation(spec.name() + " was not run: " + objection.get(), Outcome.DENIED);
        }
        return run(tool, values);
    }

    private static Observation run(Tool tool, List<Object> values) {
        String name = tool.spec().name();
        try {
            Observation seen = tool.run(values);
            return new Observation(bounded(seen.text(), LONGEST_OBSERVATION), seen.outcome());
        } catch (ToolException refused) {
            return Observation.failed(bounded("Error in " + name + ": " + refused.getMessage(), LONGEST_OBSERVATION));
        } catch (RuntimeException broken) {
            LOG.warn("the tool {} failed", name, broken);
            return Observation.failed(bounded("Error in " + name + ": " + broken, LONGEST_OBSERVATION));
        }
    }

    private static Observation invalid(ToolSpec spec, String problem) {
        return new Observation(
                spec.name() + " was not run, its arguments do not fit: " + bounded(problem, 1_000)
                        + ". They are described by " + JsonSchema.of(spec.arguments()),
                Outcome.INVALID);
    }

    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int half = most / 2;
        return text.substring(0, half) + "\n… " + (text.length() - 2 * half) + " characters left out …\n"
                + text.substring(text.length() - half);
    }
}
