package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ToolCall;
import dev.tracemend.agent.model.ToolOffer;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.JsonSchema;
import dev.tracemend.agent.signature.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outputs as arguments of one tool, {@value #TOOL}, that the model must call: natively, or in the text format. */
public final class SubmitAdapter implements Adapter {
    /** The tool that takes the outputs. */
    public static final String TOOL = "submit";

    private final ToolProtocol protocol;

    /** Over one way of calling tools. */
    public SubmitAdapter(ToolProtocol protocol) {
        this.protocol = protocol;
    }

    /** The tool as it is offered for a layout. */
    public static ToolOffer offer(Layout layout) {
        return new ToolOffer(TOOL, "Takes the result and ends the work.", JsonSchema.of(layout.outputs()));
    }

    @Override
    public String name() {
        return "tool-" + protocol.name();
    }

    @Override
    public boolean suits(Abilities abilities) {
        return protocol.suits(abilities);
    }

    @Override
    public ModelRequest format(Prompt prompt) {
        return protocol.request(
                conversation(prompt, ""), List.of(offer(prompt.layout())), Optional.of(TOOL), prompt.sampling());
    }

    /** Instruction, demos and question of a conversation that ends with a call of the tool; {@code more} is said besides. */
    public static List<Message> conversation(Prompt prompt, String more) {
        Layout layout = prompt.layout();
        List<Message> messages = new ArrayList<>();
        messages.add(new Message.Instruction((layout.inputs().isEmpty()
                        ? ""
                        : "You are given a JSON object with these fields:\n" + FieldText.list(layout.inputs()) + "\n\n")
                + "You produce these fields by calling the tool `" + TOOL + "` once:\n"
                + FieldText.list(layout.outputs()) + (more.isEmpty() ? "" : "\n\n" + more) + "\n\nYour objective:\n"
                + layout.instructions()));
        for (Demo demo : prompt.demos()) {
            demo(layout, demo, messages);
        }
        messages.add(new Message.Question(only(layout.inputs(), prompt.inputs()).toString()));
        return messages;
    }

    private static void demo(Layout layout, Demo demo, List<Message> messages) {
        ObjectNode outputs = only(layout.outputs(), demo.values());
        ToolCall call = new ToolCall("demo_" + messages.size(), TOOL, outputs.toString());
        messages.add(new Message.Question(only(layout.inputs(), demo.values()).toString()));
        messages.add(new Message.Answer(
                "<tool_call>\n<name>" + TOOL + "</name>\n<input>" + outputs + "</input>\n</tool_call>", List.of(call)));
        messages.add(new Message.ToolResult(call.id(), TOOL, "accepted"));
    }

    private static ObjectNode only(List<Field> fields, ObjectNode values) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        fields.stream()
                .filter(field -> values.has(field.name()))
                .forEach(field -> some.set(field.name(), values.get(field.name())));
        return some;
    }

    @Override
    public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
        return protocol.read(reply, 0).calls().stream()
                .filter(call -> call.name().equals(TOOL))
                .findFirst()
                .map(call -> submitted(layout, call))
                .orElseThrow(() -> new ParseFailure("the reply does not call the tool `" + TOOL + "`", reply.text()))
                .checked();
    }

    /** Reads the arguments of a call of the tool. */
    public static Submission submitted(Layout layout, ToolCall call) {
        return new Submission(layout, call.arguments());
    }

    /** Arguments that were submitted, not checked yet. */
    public record Submission(Layout layout, String arguments) {
        /**
         * The outputs.
         *
         * @throws ParseFailure when a field is missing or of another type
         */
        public ObjectNode checked() throws ParseFailure {
            JsonNode object = LenientJson.firstObject(arguments)
                    .orElseThrow(() ->
                            new ParseFailure("the arguments of `" + TOOL + "` are no complete JSON object", arguments));
            Map<String, JsonNode> read = new LinkedHashMap<>();
            layout.outputs().forEach(field -> {
                JsonNode node = object.get(field.name());
                if (node != null) {
                    read.put(field.name(), node);
                }
            });
            return FieldText.checked(layout, read, arguments);
        }
    }
}
