package dev.tracemend.agent.predict;

/** How good an output is for an input; 1 is as good as can be. */
@FunctionalInterface
public interface Reward<I, O> {
    /** The score. */
    double of(I input, O output);
}
