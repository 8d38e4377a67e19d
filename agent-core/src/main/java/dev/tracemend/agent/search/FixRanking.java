package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.repair.EditedMembers;
import dev.tracemend.agent.repair.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders what passed: causes before symptoms, then by how likely the kind of change is and how many others behave the
 * same, then the smallest; and says what may be claimed.
 */
final class FixRanking {
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
        List<List<String>> seen = behaviours(passed);
        Map<List<String>, Integer> sizes = new HashMap<>();
        for (int i = 1; i < seen.size(); i++) {
            sizes.merge(seen.get(i), 1, Integer::sum);
        }
        boolean told = !judge.baseline().testsFailed().isEmpty();
        int inputs = seen.isEmpty() ? 0 : seen.get(0).size();
        Claims claims = new Claims(judge.baseline(), passed.size(), sizes.size(), inputs);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
            order.add(i);
        }
        // Where no test tells what is right, the rules that read the exception go before what only happens to end it.
        order.sort(Comparator.comparing(
                        (Integer i) -> !told && passed.get(i).candidate().symptom())
                .thenComparing(i -> told ? Claim.VERIFIED : claims.of(passed.get(i), 1))
                .thenComparing(i -> -score(passed.get(i), alike(seen, sizes, i)))
                .thenComparing(i -> passed.get(i).size()));
        List<RankedFix> ranked = new ArrayList<>();
        for (int i : order) {
            Judged one = passed.get(i);
            int alike = alike(seen, sizes, i);
            double share = share(passed, seen, i);
            ranked.add(new RankedFix(one, claims.of(one, share), alike, claims.why(one, share, alike)));
        }
        return ranked;
    }

    /** Of the likelihood of all that passed, the share of those that behave as one does. */
    private static double share(List<Judged> passed, List<List<String>> seen, int one) {
        double same = 0;
        double all = 0;
        for (int i = 0; i < passed.size(); i++) {
            double likely = passed.get(i).candidate().prior();
            boolean alike = i == one
                    || seen.size() > Math.max(i, one) + 1 && seen.get(i + 1).equals(seen.get(one + 1));
            same += alike ? likely : 0;
            all += likely;
        }
        return all == 0 ? 0 : same / all;
    }

    private static int alike(List<List<String>> seen, Map<List<String>, Integer> sizes, int i) {
        return i + 1 < seen.size() ? sizes.getOrDefault(seen.get(i + 1), 1) : 1;
    }

    private double score(Judged one, int alike) {
        double calm = 1.0 / (1 + one.judgement().changedInputs() * 0.02);
        double guess = one.candidate().prior();
        return precision.of(one.candidate().operator(), failure, guess)
                * guess
                * calm
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
