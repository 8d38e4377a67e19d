package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.repair.EditedMembers;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.search.RepairSearch.Passed;
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

    FixRanking(Project project, Judge judge) {
        this.project = project;
        this.judge = judge;
    }

    List<RankedFix> rank(List<Passed> passed) {
        if (passed.isEmpty()) {
            return List.of();
        }
        List<List<String>> seen = behaviours(passed);
        Map<List<String>, Integer> sizes = new HashMap<>();
        for (int i = 1; i < seen.size(); i++) {
            sizes.merge(seen.get(i), 1, Integer::sum);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> passed.get(i).candidate().symptom())
                .thenComparing(i -> -score(passed.get(i), alike(seen, sizes, i)))
                .thenComparing(i -> size(passed.get(i))));
        List<RankedFix> ranked = new ArrayList<>();
        int inputs = seen.isEmpty() ? 0 : seen.get(0).size();
        for (int i : order) {
            Passed one = passed.get(i);
            int alike = alike(seen, sizes, i);
            Claims claims = new Claims(judge.baseline(), passed.size(), sizes.size(), inputs);
            ranked.add(new RankedFix(
                    one.candidate(), one.judgement(), claims.of(one, alike), alike, claims.why(one, alike)));
        }
        return ranked;
    }

    private static int alike(List<List<String>> seen, Map<List<String>, Integer> sizes, int i) {
        return i + 1 < seen.size() ? sizes.getOrDefault(seen.get(i + 1), 1) : 1;
    }

    private static double score(Passed one, int alike) {
        double calm = 1.0 / (1 + one.judgement().changedInputs() * 0.02);
        return one.candidate().prior() * calm * (1 + 0.15 * (Math.min(alike, 6) - 1));
    }

    private static int size(Passed one) {
        int size = 0;
        for (TextEdit edit : one.candidate().edits()) {
            size += edit.end() - edit.start() + edit.replacement().length();
        }
        return size;
    }

    private List<List<String>> behaviours(List<Passed> passed) {
        Set<String> members = new LinkedHashSet<>();
        List<List<TextEdit>> changes = new ArrayList<>();
        for (Passed one : passed) {
            changes.add(one.candidate().edits());
            members.addAll(EditedMembers.of(project, one.candidate().edits()));
        }
        return judge.behaviours(changes, List.copyOf(members));
    }
}
