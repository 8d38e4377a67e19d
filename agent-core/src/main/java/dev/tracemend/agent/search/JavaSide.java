package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Suspicion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Java code: what failed and what tests reach tells where to look, and made-up inputs tell the changes apart. */
public final class JavaSide implements SearchSide {
    private static final int MOST_PARTIAL = 6;
    private static final int MOST_BROKEN = 40;

    private final Project project;
    private final Evidence evidence;
    private final Judge judge;
    private final PrecisionTable precision;
    private final String only;
    private final Optional<CandidateSource> rules;
    private Suspicion suspicion = Suspicion.NONE;

    /**
     * The side of one project.
     *
     * @param only the class that may be changed, by full name; empty for any
     * @param rules stand for our own rules and small changes, where given
     */
    public JavaSide(
            Project project,
            Evidence evidence,
            Judge judge,
            PrecisionTable precision,
            String only,
            Optional<CandidateSource> rules) {
        this.project = project;
        this.evidence = evidence;
        this.judge = judge;
        this.precision = precision;
        this.only = only;
        this.rules = rules;
    }

    /** Opens a judge for a project and searches; without a trace every failing test is what must be turned. */
    public static RepairResult search(
            Project project, Evidence evidence, SearchLimits limits, JudgeConfig config, Consumer<String> progress) {
        try (Judge judge = Judge.open(project, evidence, config)) {
            JavaSide side =
                    new JavaSide(project, evidence, judge, PrecisionTable.shipped(), limits.only(), Optional.empty());
            return new RepairSearch(judge, side, limits, Company.NONE, progress).run();
        }
    }

    @Override
    public List<Candidate> candidates() {
        if (rules.isPresent()) {
            return rules.get().candidates(evidence, project);
        }
        Leads leads = new Leads(project, evidence, judge, only);
        if (!judge.baseline().reproduced()) {
            return leads.ofTheLog();
        }
        suspicion = leads.suspicion();
        return leads.candidates(suspicion).stream().filter(this::allowed).toList();
    }

    private boolean allowed(Candidate candidate) {
        String file = only.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return only.isEmpty() || candidate.edits().stream().allMatch(edit -> ("/" + edit.path()).endsWith("/" + file));
    }

    @Override
    public List<Candidate> pairs(List<Judged> partial) {
        TwoEdits second = new TwoEdits(project, suspicion);
        List<Candidate> onTop = new ArrayList<>();
        partial.stream().limit(MOST_PARTIAL).forEach(one -> onTop.addAll(second.after(one.candidate())));
        onTop.sort(Comparator.comparingDouble(Candidate::prior).reversed());
        List<Candidate> both = new ArrayList<>(TwoEdits.together(partial));
        both.addAll(onTop);
        return both;
    }

    @Override
    public List<Candidate> compiling(List<Judged> broken) {
        TwoEdits second = new TwoEdits(project, suspicion);
        return broken.stream()
                .limit(MOST_BROKEN)
                .flatMap(one -> second.compiling(one).stream())
                .filter(this::allowed)
                .toList();
    }

    @Override
    public List<RankedFix> rank(List<Judged> passed) {
        return new FixRanking(project, judge, precision, failure(evidence)).rank(passed);
    }

    /** The class of exception under which a decision on a fix is remembered. */
    public static String failure(Evidence evidence) {
        return evidence.trace().isEmpty() ? "test" : evidence.trace().root().simpleType();
    }
}
