package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ModelConfig.Provider;
import java.util.List;

/** How each provider words a reply on the wire, whole and streamed. */
enum ProviderScript {
    OPENAI(Provider.OPENAI, "/v1", "/v1/chat/completions"),
    OLLAMA(Provider.OLLAMA, "", "/api/chat"),
    ANTHROPIC(Provider.ANTHROPIC, "/v1", "/v1/messages");

    final Provider provider;
    final String base;
    final String path;

    ProviderScript(Provider provider, String base, String path) {
        this.provider = provider;
        this.base = base;
        this.path = path;
    }

    /** A whole reply; it is cut where the provider says so. */
    String whole(String text, List<ToolCall> calls, boolean cut) {
        return switch (this) {
            case OPENAI -> openAi(text, calls, cut).toString();
            case OLLAMA -> ollama(text, calls, true, cut).toString();
            case ANTHROPIC -> anthropic(text, calls, cut).toString();
        };
    }

    /** The same words in pieces; without its end where {@code broken}. */
    String stream(List<String> pieces, boolean broken) {
        StringBuilder body = new StringBuilder();
        if (this == ANTHROPIC) {
            event(
                    body,
                    "message_start",
                    "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\","
                            + "\"role\":\"assistant\",\"model\":\"scripted\",\"content\":[],"
                            + "\"usage\":{\"input_tokens\":100,\"output_tokens\":1}}}");
            event(
                    body,
                    "content_block_start",
                    "{\"type\":\"content_block_start\",\"index\":0,"
                            + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        }
        for (String piece : pieces) {
            switch (this) {
                case OPENAI ->
                    body.append("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\","
                                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":" + quoted(piece) + "}}]}")
                            .append("\n\n");
                case OLLAMA ->
                    body.append(ollama(piece, List.of(), false, false)).append('\n');
                case ANTHROPIC ->
                    event(
                            body,
                            "content_block_delta",
                            "{\"type\":\"content_block_delta\",\"index\":0,"
                                    + "\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(piece) + "}}");
            }
        }
        if (broken) {
            return body.toString();
        }
        switch (this) {
            case OPENAI ->
                body.append(
                        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":["
                                + "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":100,"
                                + "\"completion_tokens\":20,\"total_tokens\":120}}\n\ndata: [DONE]\n\n");
            case OLLAMA -> body.append(ollama("", List.of(), true, false)).append('\n');
            case ANTHROPIC -> {
                event(body, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
                event(
                        body,
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                                + "\"usage\":{\"output_tokens\":20}}");
                event(body, "message_stop", "{\"type\":\"message_stop\"}");
            }
        }
        return body.toString();
    }

    String streamType() {
        return this == OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    private static void event(StringBuilder body, String name, String data) {
        body.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    }

    private static ObjectNode openAi(String text, List<ToolCall> calls, boolean cut) {
        ObjectNode message = node().put("role", "assistant").put("content", text);
        if (!calls.isEmpty()) {
            var array = message.putArray("tool_calls");
            calls.forEach(call -> {
                ObjectNode each = array.addObject().put("id", call.id()).put("type", "function");
                each.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            });
        }
        ObjectNode reply =
                node().put("id", "c").put("object", "chat.completion").put("model", "scripted");
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        choice.set("message", message);
        choice.put("finish_reason", cut ? "length" : calls.isEmpty() ? "stop" : "tool_calls");
        reply.putObject("usage")
                .put("prompt_tokens", 100)
                .put("completion_tokens", 20)
                .put("total_tokens", 120);
        return reply;
    }

    private static ObjectNode ollama(String text, List<ToolCall> calls, boolean done, boolean cut) {
        ObjectNode reply = node().put("model", "scripted").put("created_at", "2026-01-01T00:00:00Z");
        ObjectNode message = reply.putObject("message").put("role", "assistant").put("content", text);
        if (!calls.isEmpty()) {
            var array = message.putArray("tool_calls");
            calls.forEach(call -> {
                ObjectNode function = array.addObject().putObject("function").put("name", call.name());
                function.set("arguments", CallCodec.parse(call.arguments()));
            });
        }
        reply.put("done", done);
        return done
                ? reply.put("done_reason", cut ? "length" : "stop")
                        .put("prompt_eval_count", 100)
                        .put("eval_count", 20)
                : reply;
    }

    private static ObjectNode anthropic(String text, List<ToolCall> calls, boolean cut) {
        ObjectNode reply = node().put("id", "m")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "scripted");
        var content = reply.putArray("content");
        if (!text.isEmpty()) {
            content.addObject().put("type", "text").put("text", text);
        }
        calls.forEach(call -> content.addObject()
                .put("type", "tool_use")
                .put("id", call.id())
                .put("name", call.name())
                .set("input", CallCodec.parse(call.arguments())));
        reply.put("stop_reason", cut ? "max_tokens" : calls.isEmpty() ? "end_turn" : "tool_use");
        reply.putObject("usage").put("input_tokens", 100).put("output_tokens", 20);
        return reply;
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
