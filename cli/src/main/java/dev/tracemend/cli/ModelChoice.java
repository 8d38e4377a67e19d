package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import java.util.Map;
import java.util.Optional;

/** Which model a command uses, in words. */
final class ModelChoice {
    private ModelChoice() {}

    static String describe(Map<String, String> environment) {
        Optional<ModelConfig> model = ModelConfig.fromEnvironment(environment);
        return model.map(config -> config.modelName() + " at " + config.baseUrl())
                .orElse("heuristic - nothing leaves this machine");
    }
}
