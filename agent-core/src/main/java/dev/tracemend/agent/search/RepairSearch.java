package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.ChangeJudge;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CompileRepair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Searches for changes that turn the failing tests of a project, or end its logged failure: the candidates of the rules,
 * pairs of those that help a little, and what others propose beside them, all before one judge. Nothing is written. For
 * one thread, once.
 */
public final class RepairSearch {
    private static final int REPORT_EVERY = 25;

    /** What the rules hold for less likely is a mere guess, not worth showing where nothing can be proved. */
    private static final double GUESS = 0.4;

    /** Of the time and the candidates, for single edits, while none passes: pairs get the rest. */
    private static final double SINGLES = 0.7;

    /** However slow the machine is, so many others are looked at before one that passes is believed. */
    private static final int LEAST_AFTER = 60;

    private final ChangeJudge judge;
    private final SearchSide side;
    private final SearchLimits limits;
    private final Company company;
    private final Consumer<String> progress;
    private final long started = System.nanoTime();
    private final List<Judged> proved = new ArrayList<>();
    private final List<Judged> partial = new ArrayList<>();
    private final List<Judged> broken = new ArrayList<>();
    private final List<Judged> plausible = new ArrayList<>();
    private final Set<List<TextEdit>> seen = new HashSet<>();
    private String lastRefusal = "";
    private Duration judging = Duration.ZERO;
    private long firstProved;
    private int firstAfter;
    private int judged;

    /**
     * A search before an open judge, who stays open.
     *
     * @param company proposes beside the rules
     * @param progress takes a line for a person now and then
     */
    public RepairSearch(
            ChangeJudge judge, SearchSide side, SearchLimits limits, Company company, Consumer<String> progress) {
        this.judge = judge;
        this.side = side;
        this.limits = limits;
        this.company = company;
        this.progress = progress;
    }

    /** Searches; ends within the limits, mostly. */
    public RepairResult run() {
        if (!judge.baseline().compiles()) {
            return result(List.of(), true);
        }
        List<Candidate> candidates = side.candidates();
        progress.accept(candidates.size() + " candidates of the rules");
        boolean all = tryAll(candidates, SINGLES);
        if (proved.isEmpty() && !broken.isEmpty()) {
            tryAll(compiling(), 1);
        }
        if (proved.isEmpty() && !partial.isEmpty()) {
            tryAll(pairs(), 1);
        }
        if (proved.isEmpty()) {
            all = tryAll(candidates, 1);
        }
        boolean more = true;
        while (more) {
            more = company.turn(this, false);
        }
        company.end(this);
        return result(proved.isEmpty() ? List.of() : side.rank(List.copyOf(proved)), all);
    }

    private RepairResult result(List<RankedFix> ranked, boolean all) {
        List<Judged> unproved = plausible.stream()
                .filter(one -> one.candidate().prior() >= GUESS
                        || one.candidate().operator().equals("model"))
                .sorted(Judged.LIKELIEST_FIRST)
                .toList();
        return new RepairResult(ranked, unproved, judge.baseline(), judged, firstAfter, all, lastRefusal, judging);
    }

    /** Judges what was not judged yet; false when the limits came first. */
    private boolean tryAll(List<Candidate> candidates, double share) {
        for (Candidate candidate : candidates) {
            if (over(share)) {
                return false;
            }
            company.turn(this, true);
            if (seen.add(candidate.edits())) {
                judge(candidate);
            }
        }
        return true;
    }

    private List<Candidate> pairs() {
        List<Candidate> both = side.pairs(partial.stream()
                .sorted(Comparator.comparing(
                        (Judged one) -> -one.judgement().failToPass().size()))
                .toList());
        progress.accept(both.size() + " pairs of edits");
        return both;
    }

    private List<Candidate> compiling() {
        List<Candidate> both =
                side.compiling(broken.stream().sorted(Judged.LIKELIEST_FIRST).toList());
        progress.accept(both.size() + " changes that lacked little to compile");
        return both;
    }

    private boolean over(double share) {
        if (!judge.baseline().reproduced() && plausible.size() >= limits.unproved()) {
            return true; // where nothing can be proved, more candidates would only cost time
        }
        double part = proved.isEmpty() ? share : 1;
        boolean slow = since(started).toMillis() > limits.inAll().toMillis() * part;
        boolean enough = proved.size() >= limits.plausible();
        boolean late = !proved.isEmpty()
                && (judged - firstAfter >= limits.afterFirst()
                        || judged - firstAfter >= LEAST_AFTER
                                && since(firstProved).compareTo(limits.afterFirstAtMost()) > 0);
        return slow || enough || late || judged >= limits.candidates() * part;
    }

    /** Puts one candidate before the judge and keeps what is said. */
    public Judged judge(Candidate candidate) {
        long begun = System.nanoTime();
        Judgement judgement = judge.judge(candidate.edits());
        judging = judging.plus(since(begun));
        // Whatever its source: what is written later must be what was judged.
        Judged one = new Judged(candidate.of(judge::original), judgement);
        judged++;
        if (judgement.proved()) {
            first(candidate);
            proved.add(one);
        } else {
            lastRefusal = judgement.feedback();
            if (helps(judgement)) {
                partial.add(one);
            }
            if (one.plausible()) {
                plausible.add(one);
            }
            if (one.error().filter(CompileRepair::fits).isPresent()) {
                broken.add(one);
            }
        }
        if (judged % REPORT_EVERY == 0) {
            report();
        }
        company.judged(one);
        return one;
    }

    private void first(Candidate candidate) {
        if (proved.isEmpty()) {
            firstAfter = judged;
            firstProved = System.nanoTime();
        }
        progress.accept("proved: " + candidate.operator() + ", " + candidate.rationale());
    }

    private void report() {
        String best = proved().stream()
                .findFirst()
                .map(one -> ", best so far: " + one.candidate().rationale())
                .orElse("");
        long rate = judged * 1000L / Math.max(1, since(started).toMillis());
        progress.accept(judged + " judged (" + rate + " a second), " + proved.size() + " proved" + best);
    }

    /** It turned some of the failing tests, and broke none. */
    private static boolean helps(Judgement judgement) {
        LadderStep last = judgement.steps().get(judgement.steps().size() - 1);
        return !judgement.failToPass().isEmpty() && last.detail().startsWith("still failing");
    }

    /** What was proved so far, best first. */
    public List<Judged> proved() {
        return proved.stream().sorted(Judged.BEST_FIRST).toList();
    }

    /** Whether more could still be of use: nothing is proved yet that mends a cause. */
    public boolean open() {
        return proved.stream().allMatch(one -> one.candidate().symptom());
    }

    /** Whether the failure was made to happen again, so that something can be proved at all. */
    public boolean reproduced() {
        return judge.baseline().reproduced();
    }

    /** Calls a proved change a mere guard, so that it goes behind those that mend a cause. */
    public void demote(Judged guard) {
        proved.remove(guard);
        proved.add(new Judged(guard.candidate().asSymptom(), guard.judgement()));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
