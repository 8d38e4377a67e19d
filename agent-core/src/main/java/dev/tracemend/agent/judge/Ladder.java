package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.MemoryCompiler.Compiled;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Outcome;
import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Reply;
import dev.tracemend.agent.judge.minion.Scenario;
import dev.tracemend.agent.judge.minion.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures one change against the baseline, rung by rung; the first that does not hold ends it. */
final class Ladder {
    private static final Duration SPARE = Duration.ofSeconds(30);

    private final ProjectSources sources;
    private final Map<String, byte[]> classes;
    private final MemoryCompiler compiler;
    private final Minion minion;
    private final Suite suite;
    private final Optional<Failure> failure;
    private final Reproduction reproduction;
    private final JudgeConfig config;
    private final Map<String, SourceFacts> facts = new HashMap<>();

    Ladder(
            ProjectSources sources,
            Map<String, byte[]> classes,
            MemoryCompiler compiler,
            Minion minion,
            Suite suite,
            Optional<Failure> failure,
            Reproduction reproduction,
            JudgeConfig config) {
        this.sources = sources;
        this.classes = classes;
        this.compiler = compiler;
        this.minion = minion;
        this.suite = suite;
        this.failure = failure;
        this.reproduction = reproduction;
        this.config = config;
    }

    /** Failing tests that show the logged failure; without a trace every failing test is taken for it. */
    List<String> failingAsLogged() {
        return suite.before().stream()
                .filter(test -> !test.passed())
                .filter(test -> failure.isEmpty() || failure.get().target().remains(test.chain()))
                .map(TestOutcome::name)
                .distinct()
                .toList();
    }

    boolean reproduced() {
        return !reproduction.failing().isEmpty() || !failingAsLogged().isEmpty();
    }

    Judgement judge(List<TextEdit> edits) {
        Climb climb = new Climb();
        EditedSources edited = EditedSources.of(sources, edits);
        if (!edited.problem().isEmpty()) {
            return climb.fell("edit", edited.problem(), edited.problem());
        }
        String swallowed = swallowed(edited);
        if (!swallowed.isEmpty()) {
            return climb.fell("swallow", swallowed, swallowed);
        }
        Compiled compiled = compile(edited);
        if (!compiled.ok()) {
            String errors = String.join("\n", compiled.errors());
            return climb.fell("compile", errors, "The change does not compile:\n" + errors);
        }
        climb.held("compile", compiled.classes().size() + " classes");
        Optional<Judgement> fallen = reproduce(climb, compiled.classes());
        if (fallen.isEmpty()) {
            fallen = tests(climb, compiled.classes());
        }
        if (fallen.isEmpty()) {
            fallen = perturb(climb, compiled.classes());
        }
        return fallen.orElseGet(() -> end(climb));
    }

    private Judgement end(Climb climb) {
        return reproduced()
                ? climb.reached()
                : climb.fell(
                        "reproduce",
                        "the logged failure could not be made to happen, so nothing shows that it is gone",
                        "The change compiles and breaks nothing known, but the logged failure could not be reproduced.");
    }

    private SourceFacts before(String path) {
        return facts.computeIfAbsent(
                path, key -> SourceFacts.of(key, sources.production().getOrDefault(key, "")));
    }

    /** A new catch clause hides a failure; it mends nothing. */
    private String swallowed(EditedSources edited) {
        for (Map.Entry<String, String> file : edited.texts().entrySet()) {
            List<String> added = new ArrayList<>(
                    SourceFacts.of(file.getKey(), file.getValue()).catches());
            before(file.getKey()).catches().forEach(added::remove);
            if (!added.isEmpty()) {
                return "the change adds catch (" + added.get(0) + ") in " + file.getKey()
                        + ": a failure must be mended, not caught";
            }
        }
        return "";
    }

    private Compiled compile(EditedSources edited) {
        boolean inside = edited.texts().entrySet().stream().allMatch(file -> before(file.getKey())
                .surface()
                .equals(SourceFacts.of(file.getKey(), file.getValue()).surface()));
        if (inside) {
            return compiler.compile(edited.texts(), classes);
        }
        // Others may depend on what has changed.
        Map<String, String> all = new HashMap<>(sources.production());
        all.putAll(edited.texts());
        if (!suite.classes().isEmpty()) {
            all.putAll(sources.tests());
        }
        return compiler.compile(all, Map.of());
    }

    private List<Outcome> run(Map<String, byte[]> changed, List<Scenario> scenarios, boolean look) {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        Job job = new Job.Run(changed, scenarios, look, config.callLimit().toMillis());
        Reply reply = minion.call(job, SPARE).orElse(new Reply.Stopped("", new Reply.Ran(List.of())));
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

    private Optional<Judgement> reproduce(Climb climb, Map<String, byte[]> changed) {
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

    private Optional<Judgement> tests(Climb climb, Map<String, byte[]> changed) {
        Suite.Run run = suite.runAfter(changed);
        if (!run.halted().isEmpty()) {
            String why = "The tests hang or end the JVM: " + run.halted();
            return Optional.of(climb.fell("tests", why, why));
        }
        Set<String> passed = new HashSet<>();
        run.outcomes().stream().filter(TestOutcome::passed).forEach(test -> passed.add(test.name()));
        List<String> broken = new ArrayList<>(suite.passedBefore());
        broken.removeAll(passed);
        if (!broken.isEmpty()) {
            return Optional.of(climb.fell(
                    "tests",
                    "broken: " + String.join(", ", broken),
                    tell("The change breaks tests that passed before:", broken, run)));
        }
        suite.failedBefore().stream().filter(passed::contains).forEach(climb::turned);
        List<String> stubborn = new ArrayList<>(failingAsLogged());
        stubborn.removeAll(passed);
        if (!stubborn.isEmpty()) {
            return Optional.of(climb.fell(
                    "tests",
                    "still failing: " + String.join(", ", stubborn),
                    tell("Tests that show the failure still fail:", stubborn, run)));
        }
        climb.passToPass(suite.passedBefore().size());
        climb.held("tests", suite.passedBefore().size() + " passed before and pass");
        return Optional.empty();
    }

    private static String tell(String head, List<String> names, Suite.Run run) {
        StringBuilder text = new StringBuilder(head);
        for (String name : names) {
            String seen =
                    Suite.failure(run.outcomes(), name).map(TestOutcome::seen).orElse("was not run");
            text.append('\n').append(name).append(": ").append(seen);
        }
        return text.toString();
    }

    private Optional<Judgement> perturb(Climb climb, Map<String, byte[]> changed) {
        List<Outcome> after = run(changed, reproduction.inputs(), true);
        int different = 0;
        for (int i = 0; i < after.size(); i++) {
            Outcome before = reproduction.before().get(i);
            Outcome now = after.get(i);
            boolean crashes = before.ending() == Ending.RETURNED && now.ending() == Ending.THREW;
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
