package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.search.Company;
import dev.tracemend.agent.search.JavaSide;
import dev.tracemend.agent.search.RepairResult;
import dev.tracemend.agent.search.RepairSearch;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.Detection;
import dev.tracemend.agent.workspace.ProjectDetector;
import dev.tracemend.logs.StackTrace;
import java.util.List;
import java.util.Optional;

/** The work on the failing tests of a checkout. For one thread, once. */
final class FailingTests {
    private final FixDesk desk;

    FailingTests(FixDesk desk) {
        this.desk = desk;
    }

    FixOutcome run() throws CheckoutException {
        Project project = desk.stages().time("locate", this::detect);
        if (project.sources().isEmpty()) {
            return diagnosed("there are no Java sources in this folder, so its tests cannot be run");
        }
        desk.say("compiling and running the tests");
        Evidence evidence = new Evidence(StackTrace.NONE, List.of(), List.of());
        try (Judge judge = desk.stages()
                .time(
                        "reproduce",
                        () -> Judge.open(project, evidence, desk.config().judge()))) {
            JavaSide side = new JavaSide(project, evidence, judge, desk.precision(), "", Optional.empty());
            return told(new RepairSearch(judge, side, desk.config().search(), Company.NONE, desk::say).run());
        }
    }

    private FixOutcome told(RepairResult result) throws CheckoutException {
        Baseline baseline = result.baseline();
        if (baseline.testsFailed().isEmpty()) {
            return diagnosed(
                    baseline.compiles() && baseline.testsPassed() > 0
                            ? "no test fails: all " + baseline.testsPassed() + " pass"
                            : baseline.problem().isEmpty() ? "no tests were found" : baseline.problem());
        }
        return settle(baseline, result);
    }

    private Project detect() {
        Detection detection =
                ProjectDetector.inspect(desk.worktree().root(), desk.config().cacheDir(), desk.folder());
        detection.notes().forEach(desk.draft()::point);
        return detection.project();
    }

    private FixOutcome diagnosed(String why) {
        desk.say(why);
        return new FixOutcome.Diagnosed(desk.draft().report(why, why, desk.stages()));
    }

    private FixOutcome settle(Baseline baseline, RepairResult result) throws CheckoutException {
        desk.draft().point("failing: " + String.join(", ", baseline.testsFailed()));
        desk.draft().point(baseline.testsPassed() + " tests pass before");
        desk.draft()
                .point(result.candidates() + " candidates judged, "
                        + result.fixes().size() + " make them pass");
        if (!baseline.confined()) {
            desk.draft()
                    .point("no sandbox on this machine: code of the checkout ran with your rights ("
                            + baseline.sandbox() + ")");
        }
        desk.draft().tries(result.candidates());
        desk.stages().add("judge", result.judging());
        return new Settlement(desk).settle(result);
    }
}
