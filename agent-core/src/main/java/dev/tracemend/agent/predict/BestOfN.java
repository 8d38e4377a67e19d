package dev.tracemend.agent.predict;

import java.util.Map;

/** Draws a program's output up to n times and takes the first that is good enough, else the best. */
public final class BestOfN<I, O> extends Program<I, O> {
    private final Program<I, O> program;
    private final Draws<I, O> draws;

    private BestOfN(Program<I, O> program, Draws<I, O> draws) {
        this.program = program;
        this.draws = draws;
    }

    /** At most {@code n} draws; one that scores {@code threshold} ends them. */
    public static <I, O> BestOfN<I, O> of(Program<I, O> program, int n, Reward<I, O> reward, double threshold) {
        return new BestOfN<>(program, new Draws<>(program, n, reward, threshold));
    }

    @Override
    protected O forward(I input, Run run) {
        return draws.best(input, run, draw -> Map.of());
    }
}
