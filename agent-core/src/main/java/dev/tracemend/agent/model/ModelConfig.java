package dev.tracemend.agent.model;

import java.time.Duration;
import java.util.List;
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

    private static final List<String> PROVIDERS = List.of("openai", "ollama", "anthropic", "groq");

    /** The protocols that are spoken. */
    public enum Provider {
        /** OpenAI's chat completions, which most servers speak. */
        OPENAI("OPENAI_API_KEY", Abilities.ALL),
        /** Ollama's own. */
        OLLAMA("OLLAMA_API_KEY", Abilities.ALL),
        /** Anthropic's messages. */
        ANTHROPIC("ANTHROPIC_API_KEY", new Abilities(true, false, false));

        private final String keyVariable;
        private final Abilities abilities;

        Provider(String keyVariable, Abilities abilities) {
            this.keyVariable = keyVariable;
            this.abilities = abilities;
        }

        /** The environment's variable that holds its key. */
        String keyVariable() {
            return keyVariable;
        }

        /** What its protocol can ask for; a model that cannot is asked in another way. */
        Abilities abilities() {
            return abilities;
        }

        /** What to do about a model that it does not have. */
        String modelRemedy(String model) {
            return this == OLLAMA ? "run: ollama pull " + model : "check MODEL_NAME";
        }
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
        if (isLocal(environment)) {
            return Optional.empty();
        }
        if (isOn(environment, "USE_OLLAMA")) {
            return Optional.of(ollama(environment));
        }
        String model = text(environment, "MODEL_NAME", "");
        if (PROVIDERS.stream().anyMatch(provider -> model.startsWith(provider + "/"))
                && !isSet(environment, "OPENAI_BASE_URL")) {
            return Optional.of(parse(model, environment));
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

    /**
     * The model that a string such as {@code anthropic/claude-sonnet-4} or {@code groq/qwen/qwen3-32b} names; keys and
     * addresses come from the environment.
     *
     * @throws IllegalArgumentException when the provider is unknown or the string has no model
     */
    public static ModelConfig parse(String text, Map<String, String> environment) {
        int slash = text.indexOf('/');
        String provider = slash < 0 ? "" : text.substring(0, slash);
        String model = text.substring(slash + 1).strip();
        if (model.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no model: write provider/model, for example " + "ollama/qwen2.5-coder");
        }
        return switch (provider) {
            case "ollama" -> of(Provider.OLLAMA, ollamaHost(environment), "none", model);
            case "openai" ->
                of(
                        Provider.OPENAI,
                        text(environment, "OPENAI_BASE_URL", "https://api.openai.com/v1"),
                        text(environment, "OPENAI_API_KEY", "none"),
                        model);
            case "groq" ->
                of(
                        Provider.OPENAI,
                        text(environment, "GROQ_BASE_URL", "https://api.groq.com/openai/v1"),
                        text(environment, "GROQ_API_KEY", "none"),
                        model);
            case "anthropic" ->
                of(
                        Provider.ANTHROPIC,
                        text(environment, "ANTHROPIC_BASE_URL", "https://api.anthropic.com/v1"),
                        text(environment, "ANTHROPIC_API_KEY", "none"),
                        model);
            default ->
                throw new IllegalArgumentException("'" + text + "' names no known provider: write openai/, ollama/,"
                        + " anthropic/ or groq/ and the model; any OpenAI-compatible server is openai/ with"
                        + " OPENAI_BASE_URL");
        };
    }

    private static String ollamaHost(Map<String, String> environment) {
        String host = text(environment, "OLLAMA_HOST", "http://localhost:11434");
        return host.contains("://") ? host : "http://" + host;
    }

    private static ModelConfig ollama(Map<String, String> environment) {
        String name = text(environment, "OLLAMA_MODEL", text(environment, "MODEL_NAME", "qwen2.5-coder"));
        return of(Provider.OLLAMA, ollamaHost(environment), "none", name);
    }

    /** Whether {@code LOCAL_MODE} forbids every model. */
    static boolean isLocal(Map<String, String> environment) {
        return isOn(environment, "LOCAL_MODE");
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
