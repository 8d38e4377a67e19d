package dev.tracemend.agent.predict;

import java.util.List;

/**
 * Something that turns an input into an output by calls to models. Safe for any number of threads at once, since all that
 * changes is in the {@link Run}.
 */
public abstract class Program<I, O> {

    /**
     * Runs it. The outermost program of a run names the predictors: their keys in states and traces are the fields they
     * stand in, such as {@code plan.predict}.
     *
     * @throws RunException when a model gives no usable answer or the budget is spent
     */
    public final O call(I input, Run run) {
        return forward(input, run.within(this));
    }

    /**
     * The run in which its parts are called one by one, from outside of {@link #forward}: they have the names that they have
     * within it.
     */
    public final Run entered(Run run) {
        return run.within(this);
    }

    /** What the program does; calls of its parts take the run that was given. */
    protected abstract O forward(I input, Run run);

    /** The same program under a state, whatever state the run has. */
    public final Program<I, O> with(ProgramState state) {
        return new WithState<>(this, state);
    }

    /** Keys of its predictors, in the order of the fields they stand in. */
    public final List<String> predictors() {
        return List.copyOf(PredictorNames.of(this).byName().keySet());
    }

    /** What the predictors hold before anything is learned. */
    public final ProgramState initialState() {
        return ProgramState.initial(PredictorNames.of(this));
    }
}
