package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.TestOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rung of the project's tests: those that failed first, then those that reach the change, then all others. */
final class TestRung {
    private final Suite suite;
    private final References references;
    private final List<String> showing;

    /** Takes the failing tests that show the logged failure; they must pass. */
    TestRung(Suite suite, References references, List<String> showing) {
        this.suite = suite;
        this.references = references;
        this.showing = showing;
    }

    Optional<Judgement> climb(Climb climb, Map<String, byte[]> changed) {
        Optional<Judgement> idle = turnsNone(climb, changed);
        if (idle.isPresent()) {
            return idle;
        }
        Set<String> failing = new HashSet<>(suite.failedBefore());
        Set<String> passed = new HashSet<>();
        for (List<String> phase : suite.phases(failing, references, changed.keySet())) {
            Suite.Run run = suite.runAfter(phase, changed);
            passed.addAll(run.passed());
            Optional<Judgement> fallen = look(climb, phase, run, changed);
            if (fallen.isPresent()) {
                return fallen;
            }
        }
        suite.failedBefore().stream().filter(passed::contains).forEach(climb::turned);
        climb.passToPass(suite.passedBefore().size());
        climb.held("tests", suite.passedBefore().size() + " passed before and pass");
        return Optional.empty();
    }

    /** Most changes turn none of the tests they should: that shows at a fraction of what a run of the classes costs. */
    private Optional<Judgement> turnsNone(Climb climb, Map<String, byte[]> changed) {
        Optional<Suite.Run> tried = showing.isEmpty() ? Optional.empty() : suite.tryFailing(changed);
        if (tried.isEmpty() || !tried.get().passed().isEmpty()) {
            return Optional.empty();
        }
        return look(climb, suite.classes(), tried.get(), changed);
    }

    private Optional<Judgement> look(Climb climb, List<String> phase, Suite.Run run, Map<String, byte[]> changed) {
        if (!run.halted().isEmpty()) {
            String why = "The tests hang or end the JVM: " + run.halted();
            return Optional.of(climb.fell("tests", why, why));
        }
        List<String> stubborn = missing(showing, phase, run);
        boolean some = suite.failedBefore().stream().anyMatch(run.passed()::contains);
        if (!stubborn.isEmpty() && !some) {
            return Optional.of(stubborn(climb, stubborn, run));
        }
        Optional<Judgement> broken = broken(climb, phase, run, changed);
        if (broken.isEmpty() && !stubborn.isEmpty()) {
            // Some are turned: a second change may turn the others.
            suite.failedBefore().stream().filter(run.passed()::contains).forEach(climb::turned);
            return Optional.of(stubborn(climb, stubborn, run));
        }
        return broken;
    }

    private static Judgement stubborn(Climb climb, List<String> stubborn, Suite.Run run) {
        return climb.fell(
                "tests",
                "still failing: " + String.join(", ", stubborn),
                tell("Tests that show the failure still fail:", stubborn, run));
    }

    private Optional<Judgement> broken(Climb climb, List<String> phase, Suite.Run run, Map<String, byte[]> changed) {
        List<String> broken = missing(suite.passedBefore(), phase, run);
        if (!broken.isEmpty() && !run.endless()) {
            // A test of chance is told from one that the change breaks by running it again.
            List<String> again = suite.runAfter(phase, changed).passed();
            broken.stream().filter(again::contains).forEach(suite::flaky);
            broken = broken.stream().filter(test -> !again.contains(test)).toList();
        }
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(climb.fell(
                        "tests",
                        "broken: " + String.join(", ", broken),
                        tell("The change breaks tests that passed before:", broken, run)));
    }

    /** Of these tests, those of the phase that did not pass. */
    private static List<String> missing(List<String> tests, List<String> phase, Suite.Run run) {
        List<String> left = new ArrayList<>(tests);
        left.removeAll(run.passed());
        left.removeIf(test -> phase.stream().noneMatch(one -> Suite.of(test, one)));
        return left;
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
}
