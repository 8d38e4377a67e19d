package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Suspicion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Searches for changes of a project that turn its failing tests, or end its logged failure. Nothing is written; code of
 * the project runs in the judge's child JVM only. For one thread, once.
 */
public final class RepairSearch {
    private static final int MOST_PARTIAL = 6;
    private static final int REPORT_EVERY = 200;

    private final Project project;
    private final Evidence evidence;
    private final SearchLimits limits;
    private final JudgeConfig config;
    private final Consumer<String> progress;
    private final long started = System.nanoTime();
    private final List<Passed> passed = new ArrayList<>();
    private final List<Passed> partial = new ArrayList<>();
    private final Set<List<TextEdit>> seen = new HashSet<>();
    private int firstAfter;
    private int judged;

    /**
     * A search on one project.
     *
     * @param evidence the logged failure; without a trace every failing test is what must be turned
     * @param progress takes a line for a person now and then
     */
    public RepairSearch(
            Project project, Evidence evidence, SearchLimits limits, JudgeConfig config, Consumer<String> progress) {
        this.project = project;
        this.evidence = evidence;
        this.limits = limits;
        this.config = config;
        this.progress = progress;
    }

    /** A change and the judge's word on it. */
    record Passed(Candidate candidate, Judgement judgement) {}

    /** Searches; ends within the limits, mostly. */
    public RepairResult run() {
        try (Judge judge = Judge.open(project, evidence, config)) {
            if (!judge.baseline().compiles() || !judge.baseline().reproduced()) {
                return new RepairResult(List.of(), judge.baseline(), 0, 0, true, since(started));
            }
            Leads leads = new Leads(project, evidence, judge, limits.only());
            Suspicion suspicion = leads.suspicion();
            List<Candidate> candidates =
                    leads.candidates(suspicion).stream().filter(this::allowed).toList();
            progress.accept(candidates.size() + " candidates");
            boolean all = tryAll(judge, candidates, passed.isEmpty() ? 0.7 : 1);
            if (passed.isEmpty()) {
                pairs(judge, suspicion);
                all = all && tryAll(judge, candidates, 1);
            }
            List<RankedFix> ranked = new FixRanking(project, judge, PrecisionTable.shipped(), failure()).rank(passed);
            return new RepairResult(ranked, judge.baseline(), judged, firstAfter, all, since(started));
        }
    }

    private String failure() {
        return evidence.trace().isEmpty() ? "test" : evidence.trace().root().simpleType();
    }

    /** Judges what was not judged yet; false when the limits came first. */
    private boolean tryAll(Judge judge, List<Candidate> candidates, double share) {
        for (Candidate candidate : candidates) {
            if (over(share)) {
                return false;
            }
            if (seen.add(candidate.edits())) {
                judge(judge, candidate);
            }
        }
        return true;
    }

    private void pairs(Judge judge, Suspicion suspicion) {
        partial.sort(Comparator.comparing(
                (Passed one) -> -one.judgement().failToPass().size()));
        tryAll(judge, TwoEdits.together(partial), 1);
        if (!passed.isEmpty()) {
            return;
        }
        TwoEdits second = new TwoEdits(project, suspicion);
        List<Candidate> both = new ArrayList<>();
        partial.stream().limit(MOST_PARTIAL).forEach(one -> both.addAll(second.after(one.candidate())));
        both.sort(Comparator.comparingDouble(Candidate::prior).reversed());
        if (!both.isEmpty()) {
            progress.accept(both.size() + " pairs of edits");
        }
        tryAll(judge, both, 1);
    }

    private boolean allowed(Candidate candidate) {
        String file = limits.only().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return limits.only().isEmpty()
                || candidate.edits().stream().allMatch(edit -> ("/" + edit.path()).endsWith("/" + file));
    }

    private boolean over(double share) {
        boolean slow = since(started).toMillis() > limits.inAll().toMillis() * share;
        boolean enough = passed.size() >= limits.plausible();
        boolean late = !passed.isEmpty() && judged - firstAfter >= limits.afterFirst();
        return slow || enough || late || judged >= limits.candidates() * share;
    }

    private void judge(Judge judge, Candidate candidate) {
        Judgement judgement = judge.judge(candidate.edits());
        judged++;
        if (judged % REPORT_EVERY == 0) {
            progress.accept(judged + " judged, " + passed.size() + " pass");
        }
        if (judgement.proved()) {
            if (passed.isEmpty()) {
                firstAfter = judged;
            }
            passed.add(new Passed(candidate, judgement));
        } else if (helps(judgement)) {
            partial.add(new Passed(candidate, judgement));
        }
    }

    /** It turned some of the failing tests, and broke none. */
    private static boolean helps(Judgement judgement) {
        LadderStep last = judgement.steps().get(judgement.steps().size() - 1);
        return !judgement.failToPass().isEmpty() && last.detail().startsWith("still failing");
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
