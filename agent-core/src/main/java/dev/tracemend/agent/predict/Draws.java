package dev.tracemend.agent.predict;

import dev.tracemend.agent.model.Sampling;
import java.util.Map;
import java.util.Optional;

/** Several draws of one program, until one is good enough. */
final class Draws<I, O> {
    private static final double TEMPERATURE = 1.0;

    private final Program<I, O> program;
    private final int most;
    private final Reward<I, O> reward;
    private final double threshold;

    /** One output and its score. */
    record Draw<O>(O output, double score) {}

    /** Looks at a draw that is not good enough and says what each predictor should mind in the next. */
    @FunctionalInterface
    interface Advice<O> {
        Map<String, String> after(Draw<O> draw);
    }

    Draws(Program<I, O> program, int most, Reward<I, O> reward, double threshold) {
        if (most < 1) {
            throw new IllegalArgumentException("the number of tries must be at least 1, not " + most);
        }
        this.program = program;
        this.most = most;
        this.reward = reward;
        this.threshold = threshold;
    }

    double threshold() {
        return threshold;
    }

    /** The first good one, else the best; a draw that fails counts as none, unless all do. */
    O best(I input, Run run, Advice<O> advice) {
        Optional<Draw<O>> best = Optional.empty();
        Optional<RunException> failure = Optional.empty();
        Map<String, String> hints = Map.of();
        for (int i = 0; i < most; i++) {
            try {
                O output = program.call(
                        input,
                        run.hinted(hints).with(Sampling.draw(i + run.sampling().rollout(), TEMPERATURE)));
                Draw<O> draw = new Draw<>(output, reward.of(input, output));
                if (draw.score() >= threshold) {
                    return output;
                }
                if (best.isEmpty() || draw.score() > best.get().score()) {
                    best = Optional.of(draw);
                }
                hints = i + 1 < most ? advice.after(draw) : hints;
            } catch (RunException.BudgetSpent spent) {
                failure = Optional.of(spent);
                break;
            } catch (RunException failed) {
                failure = Optional.of(failed);
            }
        }
        if (best.isEmpty()) {
            throw failure.orElseThrow();
        }
        return best.get().output();
    }
}
