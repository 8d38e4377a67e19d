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
    XDG_DATA_HOME("", "the user's data folder; default: ~/.local/share");

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
        String shown = name().endsWith("_KEY") ? "(set, hidden)" : value.replaceFirst("//[^/@]*@", "//");
        return new SettingsConfig.Origin(shown, "environment " + name());
    }
}
