package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks a provider for its list of models, so that what is wrong is said at the start and not by the first incident. */
public final class ModelProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * What the probe found.
     *
     * @param usable whether the provider answers, takes the key and has the model
     * @param message one line: what is wrong and what to do, or which model is ready
     */
    public record Finding(boolean usable, String message) {}

    /**
     * Looks at the models of several roles, each model once; waits 5 s at most in all.
     *
     * @return what was found by the names of the roles that use the model, such as {@code planner, editor}
     */
    public Map<String, Finding> look(Map<Role, ModelConfig> models) {
        Map<ModelConfig, String> roles = new LinkedHashMap<>();
        models.forEach((role, config) -> roles.merge(config, role.word(), (one, other) -> one + ", " + other));
        Map<String, CompletableFuture<Finding>> looks = new LinkedHashMap<>();
        roles.forEach(
                (config, names) -> looks.put(names, CompletableFuture.supplyAsync(() -> look(config), this::start)));
        Map<String, Finding> found = new LinkedHashMap<>();
        looks.forEach((names, look) -> found.put(names, look.join()));
        return found;
    }

    private void start(Runnable look) {
        Thread thread = new Thread(look, "tracemend-model-probe");
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks once; waits 5 s at most. */
    public Finding look(ModelConfig config) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(list(config))).timeout(TIMEOUT);
        } catch (IllegalArgumentException noAddress) {
            return new Finding(false, "the address of " + config.place() + " is none: " + remedy(config));
        }
        switch (config.provider()) {
            case OPENAI -> request.header("Authorization", "Bearer " + config.apiKey());
            case ANTHROPIC -> request.header("x-api-key", config.apiKey()).header("anthropic-version", "2023-06-01");
            case OLLAMA -> request.header("Accept", "application/json");
        }
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
            return judged(config, response.statusCode(), response.body());
        } catch (IOException e) {
            return new Finding(false, "no server answers at " + config.place() + ": " + remedy(config));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(false, "interrupted while asking " + config.place());
        }
    }

    private static Finding judged(ModelConfig config, int status, String body) {
        if (status == 401 || status == 403) {
            return new Finding(
                    false,
                    config.place() + " does not accept the key; check "
                            + config.provider().keyVariable());
        }
        if (status / 100 != 2) {
            return new Finding(true, config.place() + " answers, but does not list its models (" + status + ")");
        }
        try {
            JsonNode json = CallCodec.parse(body);
            List<String> names = json.path("data").isArray()
                    ? json.path("data").findValuesAsText("id")
                    : json.path("models").findValuesAsText("name");
            boolean there = names.isEmpty()
                    || names.stream()
                            .anyMatch(name ->
                                    name.equals(config.modelName()) || name.equals(config.modelName() + ":latest"));
            return there
                    ? new Finding(true, config.place() + " is ready")
                    : new Finding(
                            false,
                            config.place() + " is unknown there; "
                                    + config.provider().modelRemedy(config.modelName()));
        } catch (IllegalArgumentException notJson) {
            return new Finding(true, config.place() + " answers, but does not list its models");
        }
    }

    private static String list(ModelConfig config) {
        String base = config.baseUrl().replaceFirst("/+$", "");
        return config.provider() == ModelConfig.Provider.OLLAMA ? base + "/api/tags" : base + "/models";
    }

    private static String remedy(ModelConfig config) {
        return switch (config.provider()) {
            case OLLAMA -> "start it with: ollama serve, or set OLLAMA_HOST";
            case OPENAI -> "check OPENAI_BASE_URL";
            case ANTHROPIC -> "check the network and ANTHROPIC_BASE_URL";
        };
    }
}
