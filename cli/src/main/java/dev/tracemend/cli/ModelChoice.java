package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * The models of the roles: each the main one of {@link #of}, or its own, such as that of {@code EDITOR_MODEL}; empty
     * where no model is configured.
     *
     * @throws CommandFailure when a variable names no known provider
     */
    static Map<Role, ModelConfig> roles(SettingsConfig settings, String name) {
        Map<Role, ModelConfig> models = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            try {
                role.config(settings.environment(), of(settings, name)).ifPresent(model -> models.put(role, model));
            } catch (IllegalArgumentException e) {
                throw CommandFailure.configuration(role.variable() + ": " + e.getMessage());
            }
        }
        return models;
    }

    /** The models in words, each place once; rules alone where there is none. */
    static String describe(Map<Role, ModelConfig> models) {
        String places =
                models.values().stream().map(ModelConfig::place).distinct().collect(Collectors.joining(", "));
        return places.isEmpty() ? describe(Optional.empty()) : places;
    }

    static String describe(Optional<ModelConfig> model) {
        return model.map(ModelConfig::place).orElse("heuristic - nothing leaves this machine");
    }
}
