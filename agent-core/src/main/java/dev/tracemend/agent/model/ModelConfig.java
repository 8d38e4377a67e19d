package dev.tracemend.agent.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Which model to ask, and how much of it one task may use.
 *
 * @param baseUrl the provider's root, for example {@code https://api.openai.com/v1}
 * @param apiKey never printed; {@code none} for servers that want none
 * @param timeout for one answer
 * @param maxTries answers that are asked for in one task
 * @param tokenBudget tokens in and out that one task may use; no further answer is asked for beyond it
 */
public record ModelConfig(
        Provider provider,
        String baseUrl,
        String apiKey,
        String modelName,
        Duration timeout,
        int maxTries,
        long tokenBudget) {

    /** Time for one answer unless told otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Answers in one task unless told otherwise. */
    public static final int MAX_TRIES = 3;
    /** Tokens in one task unless told otherwise. */
    public static final long TOKEN_BUDGET = 100_000;

    /** The protocols that are spoken. */
    public enum Provider {
        /** OpenAI's chat completions, which most servers speak. */
        OPENAI,
        /** Ollama's own. */
        OLLAMA
    }

    /** A model with the usual limits. */
    public static ModelConfig of(Provider provider, String baseUrl, String apiKey, String modelName) {
        return new ModelConfig(provider, baseUrl, apiKey, modelName, TIMEOUT, MAX_TRIES, TOKEN_BUDGET);
    }

    /**
     * The model that the environment names; empty where it names none or {@code LOCAL_MODE} is set. {@code USE_OLLAMA}
     * goes before {@code OPENAI_BASE_URL} and {@code OPENAI_API_KEY}, and these before {@code OLLAMA_HOST} and {@code
     * OLLAMA_MODEL}.
     */
    public static Optional<ModelConfig> fromEnvironment(Map<String, String> environment) {
        if (isOn(environment, "LOCAL_MODE")) {
            return Optional.empty();
        }
        if (isOn(environment, "USE_OLLAMA")) {
            return Optional.of(ollama(environment));
        }
        if (isSet(environment, "OPENAI_BASE_URL") || isSet(environment, "OPENAI_API_KEY")) {
            return Optional.of(of(
                    Provider.OPENAI,
                    text(environment, "OPENAI_BASE_URL", "https://api.openai.com/v1"),
                    text(environment, "OPENAI_API_KEY", "none"),
                    text(environment, "MODEL_NAME", "gpt-4o-mini")));
        }
        boolean ollama = isSet(environment, "OLLAMA_HOST") || isSet(environment, "OLLAMA_MODEL");
        return ollama ? Optional.of(ollama(environment)) : Optional.empty();
    }

    private static ModelConfig ollama(Map<String, String> environment) {
        String host = text(environment, "OLLAMA_HOST", "http://localhost:11434");
        String name = text(environment, "OLLAMA_MODEL", text(environment, "MODEL_NAME", "qwen2.5-coder"));
        return of(Provider.OLLAMA, host.contains("://") ? host : "http://" + host, "none", name);
    }

    private static boolean isOn(Map<String, String> environment, String key) {
        String value = text(environment, key, "").toLowerCase(java.util.Locale.ROOT);
        return value.equals("true") || value.equals("1") || value.equals("yes");
    }

    private static boolean isSet(Map<String, String> environment, String key) {
        return !text(environment, key, "").isEmpty();
    }

    private static String text(Map<String, String> environment, String key, String otherwise) {
        String value = environment.getOrDefault(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** Which model is asked and where, for logs, results and pages: no user or password that the address may hold. */
    public String place() {
        return modelName + " at " + baseUrl.replaceFirst("//[^/@]*@", "//").replaceFirst("\\?.*", "");
    }

    /** The settings without the key. */
    @Override
    public String toString() {
        return "ModelConfig[" + place() + " (" + provider + "), timeout " + timeout + ", tries " + maxTries
                + ", tokens " + tokenBudget + "]";
    }
}
