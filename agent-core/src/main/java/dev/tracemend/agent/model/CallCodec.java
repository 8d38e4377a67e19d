package dev.tracemend.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ReplyFormat.AnyObject;
import dev.tracemend.agent.model.ReplyFormat.BySchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests and replies as JSON, one line each, keys always in the same order: what recordings hold and what the hash of a
 * request is taken of. It holds no key and no address.
 */
public final class CallCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CallCodec() {}

    /** One recorded call as one line. */
    public static String line(String model, ModelRequest request, ModelReply reply) {
        ObjectNode line = JSON.createObjectNode().put("model", model);
        line.set("request", request(request));
        line.set("reply", reply(reply));
        return line.toString();
    }

    /** A request; equal requests give equal JSON. */
    public static ObjectNode request(ModelRequest request) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode messages = node.putArray("messages");
        request.messages().forEach(message -> messages.add(message(message)));
        ArrayNode tools = node.putArray("tools");
        request.tools().forEach(tool -> tools.addObject()
                .put("name", tool.name())
                .put("description", tool.description())
                .set("schema", tool.schema()));
        request.forced().ifPresent(tool -> node.put("forced", tool));
        if (request.format() instanceof AnyObject) {
            node.put("format", "object");
        } else if (request.format() instanceof BySchema schema) {
            node.putObject("format").put("name", schema.name()).set("schema", schema.schema());
        }
        request.sampling().temperature().ifPresent(value -> node.put("temperature", value));
        request.sampling().maxTokens().ifPresent(value -> node.put("max_tokens", value));
        return node.put("rollout", request.sampling().rollout());
    }

    /**
     * The request that some JSON holds; its own JSON is the same again.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ModelRequest request(JsonNode node) {
        return RequestReader.read(node);
    }

    /** A reply. */
    public static ObjectNode reply(ModelReply reply) {
        ObjectNode node = JSON.createObjectNode().put("text", reply.text());
        node.set("calls", calls(reply.calls()));
        return node.put("cut", reply.cut()).put("tokens_in", reply.tokensIn()).put("tokens_out", reply.tokensOut());
    }

    /**
     * The reply that some JSON holds.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ModelReply reply(JsonNode node) {
        if (!node.path("text").isTextual()) {
            throw new IllegalArgumentException("a recorded reply needs a 'text'");
        }
        return new ModelReply(
                node.path("text").asText(),
                calls(node.path("calls")),
                node.path("cut").asBoolean(),
                node.path("tokens_in").asLong(),
                node.path("tokens_out").asLong());
    }

    /**
     * A recorded line as JSON.
     *
     * @throws IllegalArgumentException when it is none
     */
    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a recorded call is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = JSON.createObjectNode();
        if (message instanceof Message.Instruction) {
            node.put("role", "system");
        } else if (message instanceof Message.Question) {
            node.put("role", "user");
        } else if (message instanceof Message.Answer) {
            node.put("role", "assistant");
        } else {
            node.put("role", "tool");
        }
        node.put("content", message.text());
        if (message instanceof Message.Answer answer && !answer.calls().isEmpty()) {
            node.set("tool_calls", calls(answer.calls()));
        }
        if (message instanceof Message.ToolResult result) {
            node.put("tool_call_id", result.callId()).put("name", result.tool());
        }
        return node;
    }

    static List<ToolCall> calls(JsonNode array) {
        List<ToolCall> calls = new ArrayList<>();
        array.forEach(call -> calls.add(new ToolCall(
                call.path("id").asText(),
                call.path("name").asText(),
                call.path("arguments").asText())));
        return calls;
    }

    private static ArrayNode calls(List<ToolCall> calls) {
        ArrayNode array = JSON.createArrayNode();
        calls.forEach(call ->
                array.addObject().put("id", call.id()).put("name", call.name()).put("arguments", call.arguments()));
        return array;
    }
}
