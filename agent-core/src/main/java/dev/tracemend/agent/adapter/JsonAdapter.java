package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplyFormat;
import dev.tracemend.agent.model.ReplyFormat.AnyObject;
import dev.tracemend.agent.model.ReplyFormat.BySchema;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.JsonSchema;
import dev.tracemend.agent.signature.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object with a key for each field; the provider holds the model to an object, or to the schema. */
public final class JsonAdapter implements Adapter {
    private final boolean schema;

    private JsonAdapter(boolean schema) {
        this.schema = schema;
    }

    /** For providers that can promise an object and no more. */
    public static JsonAdapter object() {
        return new JsonAdapter(false);
    }

    /** For providers that can promise a schema. */
    public static JsonAdapter schema() {
        return new JsonAdapter(true);
    }

    @Override
    public String name() {
        return schema ? "json-schema" : "json";
    }

    @Override
    public boolean suits(Abilities abilities) {
        return schema ? abilities.jsonSchema() : abilities.jsonObject();
    }

    @Override
    public ModelRequest format(Prompt prompt) {
        Layout layout = prompt.layout();
        List<Message> messages = new ArrayList<>();
        messages.add(new Message.Instruction(instruction(layout)));
        messages.addAll(DemoTurns.of(
                prompt, values -> only(layout.inputs(), values).toString(), values -> only(layout.outputs(), values)
                        .toString()));
        messages.add(
                new Message.Question(only(layout.inputs(), prompt.inputs()) + "\n\nReply with the JSON object alone."));
        ReplyFormat format = schema ? new BySchema("reply", JsonSchema.of(layout.outputs())) : new AnyObject();
        return new ModelRequest(messages, List.of(), Optional.empty(), format, prompt.sampling());
    }

    private static String instruction(Layout layout) {
        return (layout.inputs().isEmpty()
                        ? ""
                        : "You are given a JSON object with these fields:\n" + FieldText.list(layout.inputs()) + "\n\n")
                + "You reply with one JSON object with these fields:\n" + FieldText.list(layout.outputs())
                + "\n\nIts JSON Schema:\n" + JsonSchema.of(layout.outputs())
                + "\n\nYour objective:\n" + layout.instructions();
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
        Optional<JsonNode> object = LenientJson.firstObject(reply.text());
        if (object.isEmpty()) {
            throw new ParseFailure("the reply holds no complete JSON object", reply.text());
        }
        Map<String, JsonNode> read = new LinkedHashMap<>();
        layout.outputs().forEach(field -> {
            JsonNode node = object.get().get(field.name());
            if (node != null) {
                read.put(field.name(), node);
            }
        });
        return FieldText.checked(layout, read, reply.text());
    }
}
