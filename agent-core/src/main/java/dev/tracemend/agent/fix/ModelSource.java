package dev.tracemend.agent.fix;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.model.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model as a source of candidates, and how much of it one task may use.
 *
 * @param model words the edits, and does what no role of its own is named for
 * @param roles models of single roles
 * @param maxTries rounds of edit and verdict in one task
 * @param tokenBudget tokens in and out, over all roles, after which nothing more is asked in one task
 */
public record ModelSource(LanguageModel model, Map<Role, LanguageModel> roles, int maxTries, long tokenBudget) {

    /** Copies the map. */
    public ModelSource {
        roles = Map.copyOf(roles);
    }

    /** One model for all roles. */
    public ModelSource(LanguageModel model, int maxTries, long tokenBudget) {
        this(model, Map.of(), maxTries, tokenBudget);
    }

    /** The source that the settings describe; nothing is asked yet. */
    public static ModelSource of(ModelConfig config) {
        return new ModelSource(Models.server(config), config.maxTries(), config.tokenBudget());
    }

    /** The source that the models by role make, the editor's limits for all; none where no model is to word edits. */
    public static List<ModelSource> of(Map<Role, ModelConfig> models) {
        ModelConfig editor = models.get(Role.EDITOR);
        if (editor == null) {
            return List.of();
        }
        Map<ModelConfig, LanguageModel> servers = new HashMap<>();
        Map<Role, LanguageModel> roles = new EnumMap<>(Role.class);
        models.forEach((role, config) -> {
            if (role != Role.EMBEDDING) {
                roles.put(role, servers.computeIfAbsent(config, Models::server));
            }
        });
        return List.of(new ModelSource(
                Objects.requireNonNull(roles.get(Role.EDITOR)), roles, editor.maxTries(), editor.tokenBudget()));
    }
}
