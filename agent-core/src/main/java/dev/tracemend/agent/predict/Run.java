package dev.tracemend.agent.predict;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.model.Sampling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a program runs with: a model, the way of asking it, a state, a sampling, and where its steps are told. A value,
 * passed from call to call; there is no hidden context that a thread could lose.
 */
public final class Run {
    private final LanguageModel model;
    private final Map<Role, LanguageModel> roles;
    private final Asking asking;
    private final ProgramState state;
    private final Sampling sampling;
    private final Trace trace;
    private final Optional<PredictorNames> names;
    private final Map<String, String> hints;

    private Run(
            LanguageModel model,
            Map<Role, LanguageModel> roles,
            Asking asking,
            ProgramState state,
            Sampling sampling,
            Trace trace,
            Optional<PredictorNames> names,
            Map<String, String> hints) {
        this.model = model;
        this.roles = Map.copyOf(roles);
        this.asking = asking;
        this.state = state;
        this.sampling = sampling;
        this.trace = trace;
        this.names = names;
        this.hints = Map.copyOf(hints);
    }

    /** A run on one model, asked in whatever way suits it, with nothing learned and nobody watching. */
    public static Run on(LanguageModel model) {
        return on(model, Asking.usual());
    }

    /** A run on one model, asked in a given way; the asking remembers what a model cannot do, so share it. */
    public static Run on(LanguageModel model, Asking asking) {
        return new Run(
                model,
                Map.of(),
                asking,
                ProgramState.empty(),
                Sampling.usual(),
                Trace.none(),
                Optional.empty(),
                Map.of());
    }

    /** Under another state. */
    public Run with(ProgramState other) {
        return new Run(model, roles, asking, other, sampling, trace, names, hints);
    }

    /** With another model. */
    public Run with(LanguageModel other) {
        return new Run(other, roles, asking, state, sampling, trace, names, hints);
    }

    /** With a model of its own for a role. */
    public Run with(Role role, LanguageModel other) {
        Map<Role, LanguageModel> all = new HashMap<>(roles);
        all.put(role, other);
        return new Run(model, all, asking, state, sampling, trace, names, hints);
    }

    /** The same run on the model of a role; on the main one where the role has none. */
    public Run as(Role role) {
        return with(roles.getOrDefault(role, model));
    }

    /** Drawn in another way. */
    public Run with(Sampling other) {
        return new Run(model, roles, asking, state, other, trace, names, hints);
    }

    /** Told to another trace. */
    public Run with(Trace other) {
        return new Run(model, roles, asking, state, sampling, other, names, hints);
    }

    /** With hints by predictor, given to each beside its inputs. */
    Run hinted(Map<String, String> others) {
        return new Run(model, roles, asking, state, sampling, trace, names, others);
    }

    /** As if no program had been entered: the next one names the predictors. */
    Run outermost() {
        return new Run(model, roles, asking, state, sampling, trace, Optional.empty(), hints);
    }

    Run within(Program<?, ?> program) {
        return names.isPresent() || program instanceof WithState
                ? this
                : new Run(model, roles, asking, state, sampling, trace, Optional.of(PredictorNames.of(program)), hints);
    }

    LanguageModel model() {
        return model;
    }

    Asking asking() {
        return asking;
    }

    ProgramState state() {
        return state;
    }

    Sampling sampling() {
        return sampling;
    }

    Trace trace() {
        return trace;
    }

    Map<String, String> hints() {
        return hints;
    }

    /** The key of a predictor; one that no field of the outermost program leads to is {@code self}. */
    String nameOf(Predict<?, ?> predictor) {
        return names.flatMap(known -> known.of(predictor)).orElse("self");
    }
}
