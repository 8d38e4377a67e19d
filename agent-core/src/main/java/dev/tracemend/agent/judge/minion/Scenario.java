package dev.tracemend.agent.judge.minion;

import java.util.List;

/** A short program: each step's result can be used by later ones; the last step is the call that matters. */
public record Scenario(List<Step> steps) {

    /** Copies the steps. */
    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param type the declared type of the result as Java source with binary class names, {@code void} where there is none
     */
    public record Step(Expr expr, String type) {}

    /** The steps up to and including {@code last}. */
    Scenario upTo(int last) {
        return new Scenario(steps.subList(0, last + 1));
    }
}
