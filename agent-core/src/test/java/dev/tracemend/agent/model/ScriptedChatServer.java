package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that speaks OpenAI's chat completions on loopback and answers from a script, last answer for ever. */
public final class ScriptedChatServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Answer> script;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    /** One answer: an HTTP status, and the text of the completion (200) or of the error. */
    public record Answer(int status, String text) {
        public static Answer of(String text) {
            return new Answer(200, text);
        }
    }

    public ScriptedChatServer(Answer... script) {
        this.script = List.of(script);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The bodies of the requests so far. */
    public List<JsonNode> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = script.get(Math.min(requests.size(), script.size() - 1));
            requests.add(JSON.readTree(exchange.getRequestBody()));
            byte[] body =
                    JSON.writeValueAsBytes(answer.status() == 200 ? completion(answer.text()) : error(answer.text()));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, Object> completion(String text) {
        return Map.of(
                "id", "c1",
                "object", "chat.completion",
                "model", "scripted",
                "choices",
                        List.of(Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", text),
                                "finish_reason",
                                "stop")),
                "usage", Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120));
    }

    private static Map<String, Object> error(String text) {
        return Map.of("error", Map.of("message", text, "type", "scripted"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
