package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.LadderStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words what a runner found out as the baseline of a judge. */
final class ScriptBaseline {
    private ScriptBaseline() {}

    static Baseline impossible(String problem) {
        return new Baseline(problem, false, 0, List.of(), false, "", "none", List.of());
    }

    static Baseline of(Optional<ScriptOpening> opening, ScriptTask task, String sandbox, Duration took) {
        if (opening.isEmpty()) {
            return impossible("the checkout's code could not be run within the limits");
        }
        ScriptOpening seen = opening.get();
        List<LadderStep> steps = new ArrayList<>();
        boolean ran = seen.problem().isEmpty();
        String counted = seen.passed().size() + " pass, " + seen.failed().size() + " fail (" + seen.framework() + ")"
                + (seen.flaky().isEmpty()
                        ? ""
                        : "; not counted, because they end differently each time: " + String.join(", ", seen.flaky()));
        steps.add(new LadderStep("tests", ran, ran ? counted : "they could not be run: " + seen.problem(), took));
        if (task.logged().isPresent()) {
            String shown = !seen.wanted().isEmpty() ? "a test fails as logged" : "a call fails as logged";
            steps.add(new LadderStep(
                    "reproduce",
                    seen.reproducible(),
                    seen.reproducible() ? shown : "no call was found that fails as logged",
                    Duration.ZERO));
        }
        String problem = seen.reproducible()
                ? ""
                : task.logged().isPresent()
                        ? "the logged failure could not be made to happen again"
                        : "there is no stack trace, and no test fails";
        return new Baseline(
                problem,
                true,
                seen.passed().size(),
                seen.failed(),
                seen.reproducible(),
                seen.reproducer(),
                sandbox,
                steps);
    }
}
