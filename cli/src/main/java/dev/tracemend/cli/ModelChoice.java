package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which model a command uses, in words. */
final class ModelChoice {
    private ModelChoice() {}

    /**
     * The model that a command asks, if any: the environment says which provider, {@code name} (may be empty) or else the
     * setting {@code model} which of its models.
     */
    static Optional<ModelConfig> of(SettingsConfig settings, String name) {
        SettingsConfig.Origin origin = settings.value(Setting.MODEL);
        // MODEL_NAME is the environment's own word, behind OLLAMA_MODEL.
        boolean ours = !origin.value().isEmpty() && !origin.from().equals("environment MODEL_NAME");
        String chosen = !name.isEmpty() ? name : ours ? origin.value() : "";
        Map<String, String> environment = new HashMap<>(settings.environment());
        if (!chosen.isEmpty()) {
            environment.put("MODEL_NAME", chosen);
            environment.replace("OLLAMA_MODEL", chosen);
        }
        return ModelConfig.fromEnvironment(environment);
    }

    static String describe(Optional<ModelConfig> model) {
        return model.map(ModelConfig::place).orElse("heuristic - nothing leaves this machine");
    }
}
