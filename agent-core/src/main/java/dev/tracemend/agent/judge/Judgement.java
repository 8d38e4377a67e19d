package dev.tracemend.agent.judge;

import java.util.List;

/**
 * The judge's word on one change.
 *
 * @param proved whether every rung held
 * @param steps the rungs in order, the first that did not hold last
 * @param failToPass tests and reproductions that failed before and pass after
 * @param passToPass tests that passed before and after
 * @param changedInputs of the inputs that did not fail before, how many behave differently now; fewer is better
 * @param feedback why it was refused, for a person or a model; empty when proved
 */
public record Judgement(
        boolean proved,
        List<LadderStep> steps,
        List<String> failToPass,
        int passToPass,
        int changedInputs,
        String feedback) {

    /** Copies the lists. */
    public Judgement {
        steps = List.copyOf(steps);
        failToPass = List.copyOf(failToPass);
    }
}
