package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the requests that {@link CallCodec} writes. */
final class RequestReader {
    private RequestReader() {}

    static ModelRequest read(JsonNode node) {
        if (!node.path("messages").isArray()) {
            throw new IllegalArgumentException("a recorded request needs 'messages'");
        }
        List<Message> messages = new ArrayList<>();
        node.get("messages").forEach(message -> messages.add(message(message)));
        List<ToolOffer> tools = new ArrayList<>();
        node.path("tools")
                .forEach(tool -> tools.add(new ToolOffer(
                        tool.path("name").asText(), tool.path("description").asText(), object(tool.path("schema")))));
        Optional<String> forced = Optional.ofNullable(node.get("forced")).map(JsonNode::asText);
        return new ModelRequest(messages, tools, forced, format(node.path("format")), sampling(node));
    }

    private static Message message(JsonNode node) {
        String text = node.path("content").asText();
        return switch (node.path("role").asText()) {
            case "system" -> new Message.Instruction(text);
            case "user" -> new Message.Question(text);
            case "assistant" -> new Message.Answer(text, CallCodec.calls(node.path("tool_calls")));
            case "tool" ->
                new Message.ToolResult(
                        node.path("tool_call_id").asText(), node.path("name").asText(), text);
            default ->
                throw new IllegalArgumentException(
                        "a recorded message needs a 'role': system, user, assistant or tool");
        };
    }

    private static ReplyFormat format(JsonNode node) {
        if (node.isMissingNode()) {
            return new ReplyFormat.AnyText();
        }
        return node.isObject()
                ? new ReplyFormat.BySchema(node.path("name").asText(), object(node.path("schema")))
                : new ReplyFormat.AnyObject();
    }

    private static Sampling sampling(JsonNode node) {
        JsonNode temperature = node.path("temperature");
        JsonNode longest = node.path("max_tokens");
        return new Sampling(
                temperature.isNumber() ? OptionalDouble.of(temperature.asDouble()) : OptionalDouble.empty(),
                longest.isNumber() ? OptionalInt.of(longest.asInt()) : OptionalInt.empty(),
                node.path("rollout").asInt());
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
