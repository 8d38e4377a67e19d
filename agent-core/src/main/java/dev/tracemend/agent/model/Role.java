package dev.tracemend.agent.model;

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

    /**
     * The model that the environment names for this role: its own variable as {@code provider/model}, else the main
     * model. Empty where none is configured.
     *
     * @throws IllegalArgumentException when the variable names no known provider
     */
    public Optional<ModelConfig> config(Map<String, String> environment) {
        String own = environment.getOrDefault(variable(), "").strip();
        Optional<ModelConfig> main = ModelConfig.fromEnvironment(environment);
        return own.isEmpty() || ModelConfig.isLocal(environment)
                ? main
                : Optional.of(ModelConfig.parse(own, environment));
    }
}
