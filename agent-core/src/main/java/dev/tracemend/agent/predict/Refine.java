package dev.tracemend.agent.predict;

import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.predict.Draws.Draw;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.signature.Instructions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Like {@link BestOfN}, but after a draw that is not good enough the model says what each predictor should do better. */
public final class Refine<I, O> extends Program<I, O> {
    private static final int LONGEST = 20_000;

    private final Program<I, O> program;
    private final Draws<I, O> draws;
    private final Predict<Attempt, Advice> offerFeedback = Predict.of(Attempt.class, Advice.class);

    /** What the adviser is shown. */
    public record Attempt(
            @Desc("what the calls of the program were given and what they gave")
            String steps,

            @Desc("the program's output") String output,
            double score,
            @Desc("the score that was wanted") double threshold,

            @Desc("keys of the predictors that advice can go to")
            List<String> predictors) {}

    /** What the adviser says. */
    @Instructions(
            "A program of several calls to a model reached too low a score. Find which call is to blame, and give each"
                    + " call that should do otherwise one concrete piece of advice for the next attempt at the same"
                    + " input.")
    public record Advice(
            @Desc("what went wrong and why") String discussion,
            @Desc("advice by the key of the predictor") Map<String, String> advice) {}

    private Refine(Program<I, O> program, Draws<I, O> draws) {
        this.program = program;
        this.draws = draws;
    }

    /** At most {@code n} draws; one that scores {@code threshold} ends them. */
    public static <I, O> Refine<I, O> of(Program<I, O> program, int n, Reward<I, O> reward, double threshold) {
        return new Refine<>(program, new Draws<>(program, n, reward, threshold));
    }

    @Override
    protected O forward(I input, Run run) {
        CopyOnWriteArrayList<TraceStep> steps = new CopyOnWriteArrayList<>();
        Run watched = run.with(Trace.all(List.of(run.trace(), Trace.into(steps))));
        return draws.best(input, watched, draw -> advice(draw, steps, run));
    }

    private Map<String, String> advice(Draw<O> draw, CopyOnWriteArrayList<TraceStep> steps, Run run) {
        String told = steps.stream()
                .map(step -> step.name() + "\n  given: " + step.inputs() + "\n  gave: "
                        + step.outputs().map(Object::toString).orElse(step.problem()))
                .collect(Collectors.joining("\n"));
        List<String> names = steps.stream().map(TraceStep::name).distinct().toList();
        steps.clear();
        return offerFeedback
                .call(
                        new Attempt(
                                told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…",
                                String.valueOf(draw.output()),
                                draw.score(),
                                draws.threshold(),
                                names),
                        run.as(Role.REFLECTION))
                .advice();
    }
}
