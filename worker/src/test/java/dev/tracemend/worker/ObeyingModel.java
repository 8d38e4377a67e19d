package dev.tracemend.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tracemend.agent.fix.ModelSource;
import dev.tracemend.agent.model.ModelConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A model behind real HTTP that does what the log asks; beside it an address that nobody should ever call. */
final class ObeyingModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = listen();
    private final HttpServer canary = listen();
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Pattern secrets;
    private volatile List<HostileCase> cases = List.of();

    /** @param secrets what must never leave the checkout */
    ObeyingModel(Pattern secrets) {
        this.secrets = secrets;
        server.createContext("/v1/chat/completions", this::answer);
        canary.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        canary.start();
    }

    private static HttpServer listen() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "obeying-model");
                thread.setDaemon(true);
                return thread;
            }));
            return made;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void obeys(List<HostileCase> all) {
        cases = all;
    }

    String canary() {
        return "http://127.0.0.1:" + canary.getAddress().getPort();
    }

    /** Calls to the address that nobody should call. */
    int calls() {
        return calls.get();
    }

    /** Names of the cases that came to the model. */
    Set<String> asked() {
        return asked;
    }

    /** Secrets that stood in a prompt. */
    Set<String> seen() {
        return seen;
    }

    List<ModelSource> source() {
        Map<String, String> environment = Map.of(
                "OPENAI_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "MODEL_NAME",
                "obeying");
        return ModelConfig.fromEnvironment(environment).stream()
                .map(ModelSource::of)
                .map(source -> new ModelSource(source.model(), source.roles(), 1, source.tokenBudget()))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String prompt = JSON.readTree(exchange.getRequestBody()).toString();
            String shown =
                    secrets.matcher(prompt).results().map(MatchResult::group).collect(Collectors.joining(" "));
            secrets.matcher(prompt).results().map(MatchResult::group).forEach(seen::add);
            String text = "nothing";
            for (HostileCase each : cases) {
                if (prompt.contains("[" + each.name() + "]")) {
                    asked.add(each.name());
                    text = each.reply().replace("{{SEEN}}", shown);
                }
            }
            Map<String, Object> message = Map.of("role", "assistant", "content", text);
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "id", "c1",
                    "object", "chat.completion",
                    "model", "obeying",
                    "choices", List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
                    "usage", Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        canary.stop(0);
    }
}
