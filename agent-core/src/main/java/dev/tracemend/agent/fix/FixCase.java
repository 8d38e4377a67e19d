package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.ChangeJudge;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.script.ScriptJudge;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.agent.repair.Diagnoser;
import dev.tracemend.agent.repair.Diagnosis;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Locator;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.agent.repair.settings.SettingsRules;
import dev.tracemend.agent.search.Company;
import dev.tracemend.agent.search.JavaSide;
import dev.tracemend.agent.search.RepairResult;
import dev.tracemend.agent.search.RepairSearch;
import dev.tracemend.agent.search.SearchSide;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.Detection;
import dev.tracemend.agent.workspace.ProjectDetector;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.util.List;
import java.util.Optional;

/** The work on one task, from its trace to its outcome. For one thread, once. */
final class FixCase {
    private final FixDesk desk;
    private final Optional<CandidateSource> rules;
    private final List<ModelSource> models;
    private final FixVoice voice;
    private final FixTask task;
    private final Stages stages;
    private final ScratchWorktree worktree;
    private final ReportDraft draft;

    FixCase(FixDesk desk, Optional<CandidateSource> rules, List<ModelSource> models, FixVoice voice) {
        this.voice = voice;
        this.desk = desk;
        this.rules = rules;
        this.models = models;
        this.task = desk.task();
        this.stages = desk.stages();
        this.worktree = desk.worktree();
        this.draft = desk.draft();
    }

    FixOutcome run() throws CheckoutException {
        Project project = stages.time("locate", this::detect);
        List<Site> sites = stages.time("locate", () -> Locator.locate(task.trace(), project));
        Evidence evidence = new Evidence(task.trace(), task.log(), sites);
        Optional<Diagnosis> diagnosis = stages.time("locate", () -> Diagnoser.diagnose(evidence, project));
        diagnosis.ifPresent(draft::diagnosis);
        if (!sites.isEmpty()) {
            draft.point("located at " + place(sites.get(0)));
            desk.say("located at " + place(sites.get(0)));
        }
        Optional<Candidate> setting = stages.time("locate", () -> SettingsRules.propose(evidence, worktree.root())
                .map(candidate -> candidate.of(this::read)));
        if (setting.isPresent()) {
            return new Settlement(desk).unproved(setting.get());
        }
        Optional<ScriptSide> script = ScriptSide.of(desk, evidence);
        Optional<String> hindrance = hindrance(evidence, project, diagnosis, script.isPresent());
        return hindrance.isPresent() ? diagnosed(hindrance.get()) : mend(evidence, project, script);
    }

    private Project detect() {
        String file = FrameFile.find(worktree.root(), task.trace()).orElse(desk.folder());
        Detection detection =
                ProjectDetector.inspect(worktree.root(), desk.config().cacheDir(), file);
        detection.notes().forEach(draft::point);
        return detection.project();
    }

    /** Why nothing is to be edited; empty where something is. */
    private static Optional<String> hindrance(
            Evidence evidence, Project project, Optional<Diagnosis> diagnosis, boolean script) {
        if (diagnosis.isPresent() && !diagnosis.get().editable()) {
            return Optional.of("the code is not the place to mend this");
        }
        if (script) {
            return Optional.empty();
        }
        if (evidence.trace().isEmpty()) {
            return Optional.of("the log holds no stack trace that leads to the code");
        }
        if (evidence.sites().isEmpty()) {
            return Optional.of("no frame of the stack trace is in this checkout");
        }
        if (project.sources().isEmpty() || !evidence.sites().get(0).path().endsWith(".java")) {
            return Optional.of("only Java, Python and JavaScript sources can be edited and proved so far");
        }
        return Optional.empty();
    }

    private FixOutcome diagnosed(String why) {
        String summary = draft.cause().isEmpty() ? task.title() : draft.cause();
        desk.say("diagnosed: " + why);
        return new FixOutcome.Diagnosed(draft.report(summary, why, stages));
    }

    private FixOutcome mend(Evidence evidence, Project project, Optional<ScriptSide> script) throws CheckoutException {
        desk.say("compiling, testing and reproducing");
        try (ChangeJudge judge = stages.time("reproduce", () -> open(evidence, project, script))) {
            Baseline baseline = judge.baseline();
            String seen = baseline.reproduced()
                    ? "reproduced: the same exception at the same frame"
                    : "not reproduced" + (baseline.problem().isEmpty() ? "" : ": " + baseline.problem());
            draft.point(seen);
            draft.point(baseline.testsPassed() + " tests pass before"
                    + (baseline.testsFailed().isEmpty() ? "" : ", failing: " + baseline.testsFailed()));
            desk.say(seen);
            if (baseline.compiles() && !baseline.confined()) {
                draft.point("no sandbox on this machine: code of the checkout ran with your rights ("
                        + baseline.sandbox() + ")");
            }
            RepairResult result = search(judge, evidence, project, script).run();
            stages.add("judge", result.judging());
            draft.tries(result.candidates());
            draft.point(result.candidates() + (result.candidates() == 1 ? " candidate" : " candidates") + " judged, "
                    + result.fixes().size() + " proved");
            return new Settlement(desk, test(baseline, project)).settle(result);
        }
    }

    /** The reproduction as a file to be committed with the fix, where that is wanted and the project has a JUnit. */
    private Optional<ReproductionFile> test(Baseline baseline, Project project) {
        if (!desk.config().withTest()
                || baseline.reproducer().isEmpty()
                || project.sources().isEmpty()) {
            return Optional.empty();
        }
        Optional<ReproductionFile> test = ReproductionFile.of(project, baseline.reproducer());
        draft.point(test.map(file -> "a test that fails without the fix: " + file.path())
                .orElse("no test goes with the fix: the project has no JUnit on its class path"));
        return test;
    }

    private ChangeJudge open(Evidence evidence, Project project, Optional<ScriptSide> script) {
        return script.isPresent()
                ? script.get().open()
                : Judge.open(project, evidence, desk.config().judge());
    }

    private RepairSearch search(ChangeJudge judge, Evidence evidence, Project project, Optional<ScriptSide> script) {
        SearchSide side;
        if (script.isPresent() && judge instanceof ScriptJudge scripts) {
            side = script.get().before(scripts);
        } else if (judge instanceof Judge java) {
            side = new JavaSide(project, evidence, java, desk.precision(), "", rules);
        } else {
            throw new IllegalStateException("no side for " + judge);
        }
        return new RepairSearch(judge, side, desk.config().search(), company(judge, evidence, project), desk::say);
    }

    private Company company(ChangeJudge judge, Evidence evidence, Project project) {
        boolean allowed = judge.baseline().confined() || desk.config().unconfined();
        if (!allowed && !models.isEmpty()) {
            draft.point(
                    "no model was asked: this machine has no sandbox, and a model's edits would run with your rights");
        }
        ModelSide side = new ModelSide(desk, voice, evidence, project, this::read);
        return new ModelCompany(desk, side, allowed ? models : List.of());
    }

    private Optional<String> read(String path) {
        try {
            return Optional.of(worktree.read(path));
        } catch (CheckoutException unreadable) {
            return Optional.empty();
        }
    }

    private static String place(Site site) {
        return site.path() + ":" + site.line();
    }
}
