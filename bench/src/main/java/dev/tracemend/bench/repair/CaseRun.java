package dev.tracemend.bench.repair;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Locator;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.search.JavaSide;
import dev.tracemend.agent.search.Judged;
import dev.tracemend.agent.search.RankedFix;
import dev.tracemend.agent.search.RepairResult;
import dev.tracemend.agent.search.SearchLimits;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one case, and puts what it found before the case's checker. */
final class CaseRun {
    private static final int MOST_CHECKED = 10;

    private final RepairCase one;
    private final Path scratch;
    private final Consumer<String> progress;

    CaseRun(RepairCase one, Path scratch, Consumer<String> progress) {
        this.one = one;
        this.scratch = scratch;
        this.progress = progress;
    }

    CaseResult run() throws IOException {
        if (one.mode().equals("fix") || !one.language().equals("java")) {
            return new EndToEnd(one, scratch).run();
        }
        long wall = System.nanoTime();
        Project project = new CaseProject(one, one.workspace(), scratch.resolve("class-paths")).project();
        if (project.sources().isEmpty()) {
            return CaseResult.broken(one.name(), "no sources: name their folder with \"src\"");
        }
        SearchLimits limits = SearchLimits.defaults()
                .within(Duration.ofSeconds(one.seconds()), one.candidates(), one.classUnderRepair());
        try (CpuClock cpu = new CpuClock()) {
            RepairResult result =
                    JavaSide.search(project, evidence(project), limits, JudgeConfig.in(scratch), progress);
            return told(result, cpu.seconds(), (System.nanoTime() - wall) / 1e9);
        }
    }

    private CaseResult told(RepairResult result, double cpu, double wall) throws IOException {
        List<Candidate> fixes =
                result.fixes().stream().map(fix -> fix.judged().candidate()).toList();
        Optional<String> why = result.fixes().stream().findFirst().map(RankedFix::why);
        if (fixes.isEmpty()) {
            fixes = result.unproved().stream().map(Judged::candidate).toList();
            why = fixes.isEmpty() ? why : Optional.of("the failure could not be made to happen again");
        }
        Optional<Candidate> best = fixes.stream().findFirst();
        boolean checked = !one.checker().isEmpty() || !one.checkerCommand().isEmpty();
        int rank = checked ? firstRight(fixes) : 0;
        Baseline baseline = result.baseline();
        // A logged failure that could not be made to happen is a result, not a broken case.
        boolean logged = !one.log().isEmpty() && baseline.testsFailed().isEmpty();
        boolean usable = baseline.compiles() && (baseline.reproduced() || logged);
        return new CaseResult(
                one.name(),
                one.kind(),
                one.negative(),
                fixes.size(),
                result.verified(),
                checked,
                rank == 1,
                rank,
                result.candidates(),
                result.firstAfter(),
                result.exhausted(),
                cpu,
                wall,
                best.map(Candidate::operator).orElse(""),
                best.map(fix -> shown(fix.edits())).orElse(""),
                why.orElse(""),
                usable || one.negative() ? "" : "nothing to repair: " + why(baseline),
                baseline.reproduced());
    }

    /** Where no test was run, what became of them says more than that none fails. */
    private String why(Baseline baseline) {
        boolean none = baseline.testsPassed() == 0 && baseline.testsFailed().isEmpty();
        String tests = baseline.steps().stream()
                .filter(step -> step.name().equals("tests"))
                .map(LadderStep::detail)
                .findFirst()
                .orElse("");
        if (!baseline.compiles() || !none || tests.isEmpty()) {
            return baseline.problem();
        }
        String named = one.testClasses().isEmpty() ? "" : " of " + one.testClasses();
        return baseline.problem() + "; no test" + named + " was run (" + tests
                + "): see to \"test_src\", \"test_class\" and \"class_path\"";
    }

    /** The evidence of the log: the first event whose trace leads into the project. */
    private Evidence evidence(Project project) throws IOException {
        Evidence none = new Evidence(StackTrace.NONE, List.of(), List.of());
        if (one.log().isEmpty()) {
            return none;
        }
        List<String> lines = Files.readAllLines(one.logFile());
        EventJoiner joiner = new EventJoiner();
        List<String> events = new ArrayList<>();
        lines.forEach(line -> joiner.add(line).ifPresent(events::add));
        joiner.flush().ifPresent(events::add);
        for (String event : events) {
            StackTrace trace = TraceParser.parse(event);
            if (trace.language() == Language.JAVA && !trace.isEmpty()) {
                Evidence found = new Evidence(trace, lines, Locator.locate(trace, project));
                if (!found.sites().isEmpty()) {
                    return found;
                }
            }
        }
        return none;
    }

    private int firstRight(List<Candidate> fixes) throws IOException {
        for (int i = 0; i < Math.min(MOST_CHECKED, fixes.size()); i++) {
            if (right(fixes.get(i).edits())) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean right(List<TextEdit> edits) throws IOException {
        try (FixedCopy copy = FixedCopy.of(one.workspace(), edits, scratch)) {
            boolean right = one.checkerCommand().isEmpty() || copy.green(one.checkerCommand(), one.folder());
            return right && (one.checker().isEmpty() || passes(copy.root()));
        }
    }

    /** Runs the checker's tests instead of the project's, on the copy. */
    private boolean passes(Path root) throws IOException {
        Project project = new CaseProject(one, root, scratch.resolve("class-paths")).project();
        Path checks = root.resolve(".checker");
        FixedCopy.copy(one.folder().resolve(one.checker()), checks);
        List<Path> sources = project.sources();
        Project checked = new Project(root, sources, List.of(checks.toRealPath()), project.classPath());
        Evidence none = new Evidence(StackTrace.NONE, List.of(), List.of());
        try (Judge judge = Judge.open(checked, none, JudgeConfig.in(scratch))) {
            Baseline seen = judge.baseline();
            boolean ran = seen.steps().stream()
                    .allMatch(step -> step.passed() || !step.name().equals("tests"));
            return seen.compiles()
                    && ran
                    && seen.testsPassed() > 0
                    && seen.testsFailed().isEmpty();
        }
    }

    private String shown(List<TextEdit> edits) {
        StringBuilder text = new StringBuilder();
        for (TextEdit edit : edits) {
            try {
                String before = Files.readString(one.workspace().resolve(edit.path()));
                long line = before.substring(0, edit.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                text.append(edit.path())
                        .append(':')
                        .append(line)
                        .append(" `")
                        .append(before, edit.start(), edit.end())
                        .append("` -> `")
                        .append(edit.replacement())
                        .append("` ");
            } catch (IOException | RuntimeException unreadable) {
                text.append(edit.path()).append(' ');
            }
        }
        return text.toString().strip();
    }
}
