package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Outcome;
import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rungs of what was found by searching: the logged failure is gone, and what did not fail does not fail now. */
final class ScenarioRungs {
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final Minion minion;
    private final Optional<Failure> failure;
    private final Reproduction reproduction;
    private final JudgeConfig config;

    ScenarioRungs(Minion minion, Optional<Failure> failure, Reproduction reproduction, JudgeConfig config) {
        this.minion = minion;
        this.failure = failure;
        this.reproduction = reproduction;
        this.config = config;
    }

    private List<Outcome> run(Map<String, byte[]> changed, List<Scenario> scenarios, boolean look) {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        Job job = new Job.Run(changed, scenarios, look, config.callLimit().toMillis(), reproduction.ticks());
        Reply reply = minion.call(job, SPARE).orElse(new Reply.Stopped("", new Reply.Ran(List.of(), 0)));
        Reply said = reply instanceof Reply.Stopped stopped ? stopped.partial() : reply;
        List<Outcome> outcomes = new ArrayList<>(said instanceof Reply.Ran ran ? ran.outcomes() : List.of());
        if (outcomes.size() < scenarios.size()) {
            String what =
                    reply instanceof Reply.Stopped stopped && !stopped.inside().isEmpty()
                            ? stopped.inside().replace('#', '.') + " did not come back"
                            : "the child JVM has died";
            outcomes.add(new Outcome(Ending.HUNG, 0, what, List.of()));
        }
        return outcomes;
    }

    Optional<Judgement> reproduce(Climb climb, Map<String, byte[]> changed) {
        if (reproduction.failing().isEmpty()) {
            return Optional.empty();
        }
        List<Outcome> outcomes = run(changed, reproduction.failing(), false);
        for (int i = 0; i < outcomes.size(); i++) {
            String why = stillWrong(outcomes.get(i), i == 0);
            if (!why.isEmpty()) {
                String code = new Steps(reproduction.failing().get(i)).text();
                return Optional.of(climb.fell("reproduce", why, why + "\nReproduction:\n" + code));
            }
        }
        climb.held("reproduce", outcomes.size() + " inputs that failed as logged no longer do");
        reproduction.test().ifPresent(test -> climb.turned(test.className() + "." + test.method()));
        if (reproduction.test().isEmpty()) {
            climb.turned("reproduction");
        }
        return Optional.empty();
    }

    private String stillWrong(Outcome outcome, boolean main) {
        if (outcome.ending() == Ending.HUNG) {
            return "The reproduction does not end: " + outcome.seen();
        } else if (outcome.ending() == Ending.INVALID) {
            return "The reproduction cannot be run any more, a member it uses has changed: " + outcome.seen();
        } else if (outcome.ending() == Ending.RETURNED || failure.isEmpty()) {
            return "";
        } else if (failure.get().target().remains(outcome.chain())) {
            return "The logged failure still happens:\n" + outcome.seen();
        }
        return main || RuntimeFault.is(outcome)
                ? "The failure is gone, but another one happens in its place:\n" + outcome.seen()
                : "";
    }

    /** The check that made the logged failure stands as it was, and now turns away what it let pass: no crash. */
    private boolean refused(Outcome now, Set<String> changed) {
        return failure.isPresent()
                && !RuntimeFault.is(now)
                && failure.get().target().remains(now.chain())
                && !changed.contains(failure.get().target().className());
    }

    Optional<Judgement> perturb(Climb climb, Map<String, byte[]> changed) {
        List<Outcome> after = run(changed, reproduction.inputs(), true);
        int different = 0;
        for (int i = 0; i < after.size(); i++) {
            Outcome before = reproduction.before().get(i);
            Outcome now = after.get(i);
            boolean crashes = before.ending() == Ending.RETURNED
                    && now.ending() == Ending.THREW
                    && !refused(now, changed.keySet());
            if (crashes || now.ending() == Ending.HUNG) {
                String why = "The change fails where the code did not fail before:\n" + now.seen();
                String code = new Steps(reproduction.inputs().get(i)).text();
                return Optional.of(climb.fell("perturb", why, why + "\nInput:\n" + code));
            }
            if (now.ending() != Ending.INVALID && !before.sameAs(now)) {
                different++;
            }
        }
        climb.changedInputs(different);
        if (!after.isEmpty()) {
            climb.held("perturb", different + " of " + after.size() + " other inputs behave differently");
        }
        return Optional.empty();
    }
}
