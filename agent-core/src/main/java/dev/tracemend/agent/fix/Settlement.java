package dev.tracemend.agent.fix;

import dev.tracemend.agent.fix.FixOutcome.NoFixFound;
import dev.tracemend.agent.fix.FixOutcome.Proposed;
import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.CommandSandbox;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.search.Judged;
import dev.tracemend.agent.search.RankedFix;
import dev.tracemend.agent.search.RepairResult;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.TestCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses among what was judged, writes the winner, runs the user's test command on it, and words the outcome. */
final class Settlement {
    private static final String BEFORE = "command-before";
    private static final String AFTER = "command-after";
    private static final int MOST_ALTERNATIVES = 3;

    private final FixDesk desk;
    private final Optional<ReproductionFile> test;
    private final String testCommand;
    private final ReportDraft draft;
    private final ChangeWriter writer;
    private final List<LadderStep> commandRuns = new ArrayList<>();
    private Optional<CommandSandbox> sandbox = Optional.empty();

    Settlement(FixDesk desk) {
        this(desk, Optional.empty());
    }

    /** One that puts a reproduction of the failure beside what was proved. */
    Settlement(FixDesk desk, Optional<ReproductionFile> test) {
        this.test = test;
        this.desk = desk;
        this.testCommand = desk.config().testCommand();
        this.draft = desk.draft();
        this.writer = new ChangeWriter(desk.worktree());
    }

    /** Settles what a search has found: what may be claimed of the best is what the search claims. */
    FixOutcome settle(RepairResult result) throws CheckoutException {
        Baseline baseline = result.baseline();
        List<Judged> proved = result.fixes().stream().map(RankedFix::judged).toList();
        if (!proved.isEmpty() && !result.verified()) {
            attach(proved, proved.get(0));
            return proposed(
                    proved.get(0), baseline, "unverified", result.fixes().get(0).why());
        }
        if (!proved.isEmpty()) {
            return testCommand.isBlank() ? withoutCommand(proved, baseline) : withCommand(proved, baseline);
        }
        if (!baseline.reproduced() && !result.unproved().isEmpty()) {
            Judged best = result.unproved().get(0);
            return proposed(best, baseline, "not_reproduced", "it could not be proved: " + missing(baseline));
        }
        return nothing(result);
    }

    /** Settles a change of settings, which nothing here can run. */
    FixOutcome unproved(Candidate setting) throws CheckoutException {
        String why = "nothing here can start the service with the new setting: check it where the service runs";
        Change change = writer.write(setting);
        draft.cause(setting.rationale());
        draft.command("git apply tracemend.diff");
        desk.say("proposed, not proved: " + why);
        FixReport report = draft.report("Proposed, not proved: " + setting.rationale(), why, desk.stages());
        return new Proposed(report, change, Proof.NONE);
    }

    private FixOutcome withoutCommand(List<Judged> proved, Baseline baseline) throws CheckoutException {
        Judged best = proved.get(0);
        attach(proved, best);
        boolean noneRan = baseline.testsPassed() == 0 && baseline.testsFailed().isEmpty();
        if (noneRan && !untested(baseline).isEmpty()) {
            String why = "the failure no longer happens with it, but none of the project's tests could be run ("
                    + untested(baseline) + "): name a command that tests it with --test-cmd";
            return proposed(best, baseline, "unverified", why);
        }
        return verified(best, writer.write(best.candidate(), test), baseline);
    }

    private FixOutcome withCommand(List<Judged> proved, Baseline baseline) throws CheckoutException {
        LadderStep before = command(BEFORE);
        commandRuns.add(before);
        List<LadderStep> after = new ArrayList<>();
        for (Judged judged : proved) {
            Change change = writer.write(judged.candidate(), test);
            LadderStep run = command(AFTER);
            if (run.passed()) {
                commandRuns.add(run);
                attach(proved, judged);
                return verified(judged, change, baseline);
            }
            after.add(run);
        }
        commandRuns.add(after.get(0)); // that of the one which is proposed
        String why = before.passed()
                ? "the test command is not green with it: " + testCommand
                : "the test command is not green without it either, so it proves nothing: " + testCommand;
        return proposed(proved.get(0), baseline, "failed", why);
    }

    /** The rest of what was proved goes with the one that wins. */
    private void attach(List<Judged> proved, Judged winner) throws CheckoutException {
        List<Change> rest = new ArrayList<>();
        for (Judged other : proved) {
            if (other != winner && rest.size() < MOST_ALTERNATIVES) {
                rest.add(writer.write(other.candidate()));
            }
        }
        draft.alternatives(rest);
    }

    private FixOutcome verified(Judged judged, Change change, Baseline baseline) {
        describe(judged);
        String how = judged.candidate().symptom() ? "Guarded (the cause may lie elsewhere): " : "Mended: ";
        String untested = untested(baseline);
        String why = "it compiles, the failure no longer happens, and nothing that passed fails"
                + (untested.isEmpty() ? "" : "; of the tests: " + untested);
        desk.say("verified in " + desk.stages().total().toMillis() + " ms");
        FixReport report = draft.report(how + judged.candidate().rationale(), why, desk.stages());
        return new Verified(report, change, proof("verified", judged, baseline));
    }

    private FixOutcome proposed(Judged judged, Baseline baseline, String status, String why) throws CheckoutException {
        Change change = writer.write(judged.candidate());
        describe(judged);
        desk.say("proposed, not proved: " + why);
        FixReport report =
                draft.report("Proposed, not proved: " + judged.candidate().rationale(), why, desk.stages());
        return new Proposed(report, change, proof(status, judged, baseline));
    }

    private FixOutcome nothing(RepairResult result) {
        Baseline baseline = result.baseline();
        String why = !baseline.compiles()
                ? missing(baseline)
                : result.candidates() == 0
                        ? "no rule knows a change for this failure"
                        : "none of " + result.candidates() + " candidates was proved; the last was refused: "
                                + result.lastRefusal();
        desk.say("no fix found: " + why);
        String status = baseline.reproduced() ? "failed" : "not_reproduced";
        Proof proof = new Proof(status, List.of(), 0, baseline.reproducer(), baseline.sandbox(), baseline.steps());
        return new NoFixFound(draft.report("No fix found for: " + desk.task().title(), why, desk.stages()), proof);
    }

    private void describe(Judged judged) {
        if (judged.candidate().operator().equals("model")) {
            draft.cause(judged.candidate().rationale());
        }
        draft.command("git apply tracemend.diff");
        if (!testCommand.isBlank()) {
            draft.command(testCommand);
        }
    }

    /** The command is the user's, but what it runs is a candidate. */
    private CommandSandbox confinement() {
        if (sandbox.isEmpty()) {
            boolean free = desk.config().unconfined();
            CommandSandbox found = free
                    ? CommandSandbox.NONE
                    : CommandSandbox.of(desk.worktree().root());
            sandbox = Optional.of(found);
            draft.point(
                    found.prefix().isEmpty()
                            ? "the test command ran with your rights, unconfined"
                            : "the test command ran in a sandbox: " + found.label());
        }
        return sandbox.get();
    }

    private LadderStep command(String step) {
        desk.say("running " + step.replace('-', ' ') + ": " + testCommand);
        TestCommand command = new TestCommand(
                testCommand, desk.config().testCommandLimit(), confinement().prefix());
        TestCommand.Run run = desk.stages()
                .time("command", () -> command.in(desk.worktree().root().resolve(desk.folder())));
        String detail = run.green() ? "green" : "not green: " + run.tail();
        return new LadderStep(step, run.green(), detail, run.took());
    }

    private Proof proof(String status, Judged judged, Baseline baseline) {
        List<LadderStep> steps = new ArrayList<>(baseline.steps());
        steps.addAll(judged.judgement().steps());
        steps.addAll(commandRuns);
        return new Proof(
                status,
                judged.judgement().failToPass(),
                judged.judgement().passToPass(),
                baseline.reproducer(),
                baseline.sandbox(),
                steps);
    }

    /** What kept tests from being run; empty where all ran. */
    private static String untested(Baseline baseline) {
        return baseline.steps().stream()
                .filter(step -> step.name().equals("tests") && !step.passed())
                .map(LadderStep::detail)
                .findFirst()
                .orElse("");
    }

    private static String missing(Baseline baseline) {
        return baseline.problem().isEmpty() ? "the failure could not be made to happen again" : baseline.problem();
    }
}
