package dev.tracemend.bench.edits;

import dev.tracemend.agent.edit.EditFailure;
import dev.tracemend.agent.edit.EditPlan;
import dev.tracemend.agent.edit.Rung;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of trials, by perturbation, by rung and by reason. */
final class EditTally {
    private static final int SHOWN = 20;

    private final Map<Perturbation, int[]> byKind = new EnumMap<>(Perturbation.class);
    private final Map<Rung, int[]> byRung = new EnumMap<>(Rung.class);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> wrongOnes = new ArrayList<>();
    private int trials;
    private int recoverable;
    private int recovered;
    private int wrong;

    void add(EditTrial trial, EditPlan plan) {
        boolean can = Judging.recoverable(trial);
        boolean right = plan.complete() && Judging.right(trial, plan);
        int[] kind = byKind.computeIfAbsent(trial.perturbation(), k -> new int[5]);
        trials++;
        kind[0]++;
        kind[1] += can ? 1 : 0;
        recoverable += can ? 1 : 0;
        if (!plan.complete()) {
            kind[3]++;
            if (can) {
                EditFailure failure = plan.failures().get(0);
                reasons.merge(trial.perturbation() + " " + failure.reason(), 1, Integer::sum);
            }
            return;
        }
        kind[2] += can && right ? 1 : 0;
        recovered += can && right ? 1 : 0;
        kind[4] += right ? 0 : 1;
        wrong += right ? 0 : 1;
        int[] rung = byRung.computeIfAbsent(plan.placed().get(0).rung(), r -> new int[2]);
        rung[right ? 0 : 1]++;
        if (!right && wrongOnes.size() < SHOWN) {
            wrongOnes.add(trial.perturbation() + " " + trial.edit().path() + ":"
                    + (trial.edit().from() + 1) + " by " + plan.placed().get(0) + "\n" + trial.reply());
        }
    }

    int wrong() {
        return wrong;
    }

    int trials() {
        return trials;
    }

    /** The share of the recoverable that were placed rightly, from 0 to 1. */
    double recall() {
        return recoverable == 0 ? 1 : (double) recovered / recoverable;
    }

    String table(boolean details) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-18s %7s %11s %9s %8s %6s%n",
                "perturbation",
                "trials",
                "recoverable",
                "recovered",
                "refused",
                "wrong"));
        byKind.forEach((kind, n) -> text.append(
                String.format(Locale.ROOT, "%-18s %7d %11d %9d %8d %6d%n", kind, n[0], n[1], n[2], n[3], n[4])));
        text.append(String.format(Locale.ROOT, "%n%-18s %7s %6s%n", "rung", "right", "wrong"));
        byRung.forEach((rung, n) ->
                text.append(String.format(Locale.ROOT, "%2d %-15s %7d %6d%n", rung.number(), rung, n[0], n[1])));
        text.append(String.format(
                Locale.ROOT,
                "%n%d trials, %d recoverable, %.2f %% of them placed rightly, %d placed wrongly of all%n",
                trials,
                recoverable,
                100 * recall(),
                wrong));
        text.append("recoverable but refused: ").append(reasons).append('\n');
        if (details) {
            wrongOnes.forEach(one -> text.append("\nWRONG ").append(one));
        }
        return text.toString();
    }
}
