package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ModelException.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Stands where no model is configured: rules written by hand answer what they can, and all else is an error that says so.
 * Nothing is made up.
 */
public final class HeuristicModel implements LanguageModel {
    private final List<Rule> rules;

    /** A rule that answers some requests. */
    @FunctionalInterface
    public interface Rule {
        /** The reply, as a model would write it; empty where the rule has none. */
        Optional<String> reply(ModelRequest request);
    }

    /** Rules, the first that answers counts. */
    public HeuristicModel(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return "heuristic";
    }

    @Override
    public ModelReply call(ModelRequest request) {
        return rules.stream()
                .map(rule -> rule.reply(request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new ModelReply(text, 0, 0))
                .orElseThrow(
                        () -> new ModelException(
                                Kind.UNAVAILABLE,
                                "no model is configured and no rule answers this; set OPENAI_BASE_URL or OLLAMA_HOST to use one"));
    }
}
