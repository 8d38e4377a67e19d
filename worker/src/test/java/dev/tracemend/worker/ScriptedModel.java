package dev.tracemend.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tracemend.agent.fix.ModelSource;
import dev.tracemend.agent.model.ModelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A model behind real HTTP: what it answers is a function of the request's body; each call takes 100 and gives 20 tokens. */
final class ScriptedModel implements AutoCloseable {
    static final String NAME = "scripted-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnaryOperator<String> script;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ScriptedModel(UnaryOperator<String> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** As the environment would name it. */
    List<ModelSource> source() {
        Map<String, String> environment = Map.of(
                "OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "MODEL_NAME", NAME);
        return ModelConfig.fromEnvironment(environment).stream()
                .map(ModelSource::of)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = JSON.readTree(exchange.getRequestBody()).toString();
            Map<String, Object> message = Map.of("role", "assistant", "content", script.apply(request));
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "id",
                    "c1",
                    "object",
                    "chat.completion",
                    "model",
                    NAME,
                    "choices",
                    List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
                    "usage",
                    Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
