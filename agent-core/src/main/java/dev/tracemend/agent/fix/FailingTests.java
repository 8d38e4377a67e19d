package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.search.Claim;
import dev.tracemend.agent.search.RankedFix;
import dev.tracemend.agent.search.RepairResult;
import dev.tracemend.agent.search.RepairSearch;
import dev.tracemend.agent.search.SearchLimits;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.Detection;
import dev.tracemend.agent.workspace.ProjectDetector;
import dev.tracemend.logs.StackTrace;
import java.util.List;

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
        RepairResult result = desk.stages()
                .time(
                        "judge",
                        () -> new RepairSearch(
                                        project,
                                        evidence,
                                        SearchLimits.defaults(),
                                        desk.config().judge(),
                                        desk::say)
                                .run());
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
        desk.draft().point(result.candidates() + " candidates judged, " + result.fixes().size() + " make them pass");
        if (!baseline.confined()) {
            desk.draft().point("no sandbox on this machine: code of the checkout ran with your rights ("
                    + baseline.sandbox() + ")");
        }
        desk.draft().tries(result.candidates());
        List<Judged> proved = result.fixes().stream()
                .map(fix -> new Judged(fix.candidate(), fix.judgement()))
                .toList();
        String doubt = result.fixes().stream()
                .findFirst()
                .filter(best -> best.claim() != Claim.VERIFIED)
                .map(RankedFix::why)
                .orElse("");
        Settlement settlement = new Settlement(desk, none -> "");
        return settlement.settle(baseline, proved, result.candidates(), doubt);
    }
}
