package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.repair.EditedMembers;
import dev.tracemend.agent.repair.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders what passed: causes before symptoms, then by how likely the kind of change is and how many others behave the
 * same, then the smallest; and says what may be claimed.
 */
final class FixRanking {
    /** Below this no rule has read the exception: a small change that happened to end it. */
    private static final double GUESS = 0.2;

    private static final String MORE = "it changes what was given without a failure, too";
    private static final String STILL = "made-up inputs still make it fail as the tests did";

    /** Crashes that no input without nulls should lead to. */
    private static final Set<String> NEVER_MEANT = Set.of(
            "java.lang.NullPointerException",
            "java.lang.StackOverflowError",
            "java.lang.ClassCastException",
            "java.util.ConcurrentModificationException");

    private final Project project;
    private final Judge judge;
    private final PrecisionTable precision;
    private final String failure;

    /** A ranking for failures of a class of exception, {@code test} for failing tests. */
    FixRanking(Project project, Judge judge, PrecisionTable precision, String failure) {
        this.precision = precision;
        this.failure = failure;
        this.project = project;
        this.judge = judge;
    }

    List<RankedFix> rank(List<Judged> passed) {
        if (passed.isEmpty()) {
            return List.of();
        }
        Behaviours seen = new Behaviours(behaviours(passed));
        Set<String> crashes = crashes();
        boolean told = !judge.baseline().testsFailed().isEmpty();
        Set<Integer> likely = likely(passed, seen, crashes);
        Claims claims = new Claims(judge.baseline(), passed.size(), likely.size(), seen.kinds(likely), seen.inputs());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
            order.add(i);
        }
        // Where no test tells what is right, the rules that read the exception go before what only happens to end it.
        // And they agree where they are wrong, too: a zero for what is missing is made up by several.
        order.sort(Comparator.comparing((Integer i) -> !told && happens(passed.get(i)))
                .thenComparing(i -> told ? Claim.VERIFIED : claims.of(passed.get(i), 1, false))
                .thenComparing(i -> seen.leaves(i, crashes) || !likely.contains(i))
                .thenComparing(i -> -score(passed.get(i), seen.alike(i), told ? seen.agreement(i) : 1))
                .thenComparing(i -> passed.get(i).size()));
        List<RankedFix> ranked = new ArrayList<>();
        for (int i : order) {
            Judged one = passed.get(i);
            double share = share(passed, seen, i, likely);
            boolean leaves = seen.leaves(i, crashes);
            boolean doubtful = leaves || !likely.contains(i);
            String why = leaves ? STILL : doubtful ? MORE : claims.why(one, share, seen.alike(i));
            ranked.add(new RankedFix(one, claims.of(one, share, doubtful), seen.alike(i), why));
        }
        return ranked;
    }

    /**
     * Those of the changes that count: not what leaves the failure where there are others. And a test that crashes or does
     * not end says nothing against what the code gave where it came back: changes that keep all of that go before those
     * that do not.
     */
    private Set<Integer> likely(List<Judged> passed, Behaviours seen, Set<String> crashes) {
        Set<Integer> all = IntStream.range(0, passed.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> mending = new TreeSet<>(all);
        mending.removeIf(one -> seen.leaves(one, crashes));
        if (!mending.isEmpty()) {
            all = mending;
        }
        List<TestOutcome> failed =
                judge.testsBefore().stream().filter(test -> !test.passed()).toList();
        boolean stopped = !failed.isEmpty() && failed.stream().noneMatch(FixRanking::refused);
        Set<Integer> faithful = new TreeSet<>(stopped ? seen.faithful() : Set.of());
        faithful.retainAll(all);
        return faithful.isEmpty() ? all : faithful;
    }

    /** Whether a test ended because it got another value than it wanted. */
    private static boolean refused(TestOutcome test) {
        return test.chain().isEmpty()
                || test.chain().stream()
                        .anyMatch(thrown -> thrown.type().contains("Assert")
                                || thrown.type().contains("Comparison"));
    }

    /** Whether a change guards the place, or was made without a reason from the trace. */
    private static boolean happens(Judged one) {
        return one.candidate().symptom() || one.candidate().prior() < GUESS;
    }

    /** How the failing tests crashed, where no sensible input should. */
    private Set<String> crashes() {
        return judge.testsBefore().stream()
                .filter(test -> !test.passed() && !test.chain().isEmpty())
                .map(test -> test.chain().get(test.chain().size() - 1))
                .filter(thrown -> NEVER_MEANT.contains(thrown.type()) || endless(thrown))
                .map(thrown -> endless(thrown)
                        ? Behaviours.HUNG
                        : thrown.type() + " " + thrown.className() + "#" + thrown.method())
                .collect(Collectors.toSet());
    }

    private static boolean endless(Thrown thrown) {
        return thrown.type().endsWith("UsedUp") || thrown.type().endsWith("TestTimedOutException");
    }

    /** Of the likelihood of all that passed, the share of those that behave as one does. */
    private static double share(List<Judged> passed, Behaviours seen, int one, Set<Integer> counted) {
        double same = 0;
        double all = 0;
        for (int i : counted) {
            double likely = passed.get(i).candidate().prior();
            same += seen.same(one, i) ? likely : 0;
            all += likely;
        }
        return all == 0 ? 0 : same / all;
    }

    private double score(Judged one, int alike, double agreement) {
        double calm = 1.0 / (1 + one.judgement().changedInputs() * 0.02);
        double guess = one.candidate().prior();
        return precision.of(one.candidate().operator(), failure, guess)
                * guess
                * calm
                * Math.pow(agreement, 3)
                * (1 + 0.15 * (Math.min(alike, 6) - 1));
    }

    private List<List<String>> behaviours(List<Judged> passed) {
        Set<String> members = new LinkedHashSet<>();
        List<List<TextEdit>> changes = new ArrayList<>();
        for (Judged one : passed) {
            changes.add(one.candidate().edits());
            members.addAll(EditedMembers.of(project, one.candidate().edits()));
        }
        return judge.behaviours(changes, List.copyOf(members));
    }
}
