package dev.tracemend.agent.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model is used for; each role may have a model of its own. */
public enum Role {
    /** Thinks and plans: the main model. */
    PLANNER,
    /** Words edits. */
    EDITOR,
    /** Judges what went wrong and writes advice and instructions. */
    REFLECTION,
    /** Turns text into vectors. */
    EMBEDDING;

    /** The environment's variable that names its model, such as {@code EDITOR_MODEL}. */
    public String variable() {
        return name() + "_MODEL";
    }

    /** Its name in the words of a person, such as {@code planner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The model that the environment names for this role: its own variable as {@code provider/model}, else the main
     * model, except for {@link #EMBEDDING}, since a model that talks makes no vectors. Empty where none is configured.
     *
     * @throws IllegalArgumentException when the variable names no known provider
     */
    public Optional<ModelConfig> config(Map<String, String> environment) {
        return config(environment, ModelConfig.fromEnvironment(environment));
    }

    /** The same with a main model that was chosen in another way; none where there is none and the role has none. */
    public Optional<ModelConfig> config(Map<String, String> environment, Optional<ModelConfig> main) {
        String own = environment.getOrDefault(variable(), "").strip();
        if (!own.isEmpty() && !ModelConfig.isLocal(environment)) {
            return Optional.of(ModelConfig.parse(own, environment));
        }
        return this == EMBEDDING ? Optional.empty() : main;
    }
}
