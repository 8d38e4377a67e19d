package dev.tracemend.cli;

import java.util.Map;

/** What the environment alone says: other programs' names for a model's provider, for Kafka, and for the user's folders. */
enum EnvironmentVariable {
    OPENAI_API_KEY("", "key of an OpenAI-compatible provider; with it a model may propose edits"),
    OPENAI_BASE_URL("https://api.openai.com/v1", "where that provider is"),
    USE_OLLAMA("false", "whether Ollama is asked, whatever else is set"),
    OLLAMA_MODEL("", "Ollama's model; with it Ollama is asked"),
    OLLAMA_HOST("http://localhost:11434", "where Ollama is"),
    ANTHROPIC_API_KEY("", "key of Anthropic, for models such as anthropic/claude-sonnet-4"),
    PLANNER_MODEL("", "provider/model that plans; default: the main model"),
    EDITOR_MODEL("", "provider/model that words edits; default: the main model"),
    REFLECTION_MODEL("", "provider/model that compares fixes; default: the main model"),
    EMBEDDING_MODEL("", "provider/model that turns text into vectors; default: none, words are hashed"),
    LOCAL_MODE("false", "whether no model is asked, whatever else is set"),
    KAFKA_TOPIC_PREFIX("", "what stands before every topic's name"),
    KAFKA_CLIENT_ID("", "how the broker knows the tailer"),
    XDG_DATA_HOME("", "the user's data folder; default: ~/.local/share"),
    GITHUB_TOKEN("", "lets workers push fixes and open draft pull requests on GitHub"),
    GITHUB_API_URL("", "API of a GitHub of your own, https://<server>/api/v3"),
    GITLAB_TOKEN("", "lets workers push fixes and open draft merge requests on GitLab"),
    GITLAB_API_URL("", "API of a GitLab of your own, https://<server>/api/v4"),
    TRACEMEND_PULLS_PER_DAY("10", "new pull requests within 24 hours"),
    TRACEMEND_WEBHOOK_URL("", "is told of every delivered fix"),
    TRACEMEND_WEBHOOK_SECRET("", "signs what the webhook is told"),
    TRACEMEND_TOKEN("", "token that the status page asks for; beyond loopback one is made where none is given"),
    TRACEMEND_TOKEN_FILE("", "file that holds that token"),
    TRACEMEND_TRUST_GATEWAY("false", "whether what comes through the container's gateway needs no token"),
    TRACEMEND_REQUESTS_PER_SECOND("1000", "requests to the status page that one address may send");

    private final String otherwise;
    private final String meaning;

    EnvironmentVariable(String otherwise, String meaning) {
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    /** Its value and where that comes from; a key is never shown, nor a password within an address. */
    SettingsConfig.Origin in(Map<String, String> environment) {
        String value = environment.getOrDefault(name(), "").strip();
        if (value.isEmpty()) {
            return new SettingsConfig.Origin(otherwise, "default");
        }
        String shown = name().matches(".*_(KEY|TOKEN|SECRET|WEBHOOK_URL)")
                ? "(set, hidden)"
                : value.replaceFirst("//[^/@]*@", "//");
        return new SettingsConfig.Origin(shown, "environment " + name());
    }
}
