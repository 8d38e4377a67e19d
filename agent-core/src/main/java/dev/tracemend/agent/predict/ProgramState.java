package dev.tracemend.agent.predict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a program has learned: a state for each of its predictors by key. A value, so that any number of candidates can
 * run at once.
 */
public final class ProgramState {
    private final Map<String, PredictorState> predictors;

    private ProgramState(Map<String, PredictorState> predictors) {
        this.predictors = new LinkedHashMap<>(predictors);
    }

    /** Nothing learned; predictors do what their signatures say. */
    public static ProgramState empty() {
        return new ProgramState(Map.of());
    }

    /** States by key, in the order of the map. */
    public static ProgramState of(Map<String, PredictorState> predictors) {
        return new ProgramState(predictors);
    }

    static ProgramState initial(PredictorNames names) {
        Map<String, PredictorState> initial = new LinkedHashMap<>();
        names.byName().forEach((name, predictor) -> initial.put(name, PredictorState.initial(predictor.layout())));
        return new ProgramState(initial);
    }

    /** The state of one predictor. */
    public Optional<PredictorState> of(String predictor) {
        return Optional.ofNullable(predictors.get(predictor));
    }

    /** Keys and states in order. */
    public Map<String, PredictorState> predictors() {
        return new LinkedHashMap<>(predictors);
    }

    /**
     * With one predictor changed.
     *
     * @throws IllegalArgumentException when the state has no such predictor
     */
    public ProgramState with(String predictor, UnaryOperator<PredictorState> change) {
        PredictorState present = of(predictor)
                .orElseThrow(() -> new IllegalArgumentException("the state has no predictor '" + predictor
                        + "'; it has " + String.join(", ", predictors.keySet())));
        Map<String, PredictorState> changed = predictors();
        changed.put(predictor, change.apply(present));
        return new ProgramState(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProgramState state && state.predictors.equals(predictors);
    }

    @Override
    public int hashCode() {
        return predictors.hashCode();
    }

    @Override
    public String toString() {
        return predictors.toString();
    }
}
