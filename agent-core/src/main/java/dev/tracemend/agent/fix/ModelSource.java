package dev.tracemend.agent.fix;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Models;

/** A model as a source of candidates, and how many answers and tokens one task may use of it. */
public record ModelSource(LanguageModel model, int maxTries, long tokenBudget) {

    /** The source that the settings describe; nothing is asked yet. */
    public static ModelSource of(ModelConfig config) {
        return new ModelSource(Models.server(config), config.maxTries(), config.tokenBudget());
    }
}
