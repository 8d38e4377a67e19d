package dev.tracemend.bench.repair;

import java.util.List;
import java.util.Locale;

/** The figures over all cases. */
record RepairSummary(
        int cases,
        int broken,
        int notReproduced,
        int plausible,
        int verified,
        int checked,
        int right,
        int rightAnywhere,
        int verifiedRight,
        int wrongButVerified,
        int negatives,
        int editsOnNegatives,
        long candidates,
        double cpuSeconds,
        double cpuMedian,
        double cpuP90) {

    static RepairSummary of(List<CaseResult> all) {
        List<CaseResult> positive = all.stream().filter(one -> !one.negative()).toList();
        List<Double> cpu = positive.stream()
                .filter(one -> one.problem().isEmpty())
                .map(CaseResult::cpuSeconds)
                .sorted()
                .toList();
        return new RepairSummary(
                all.size(),
                count(all, one -> !one.problem().isEmpty()),
                count(all, one -> !one.reproduced()),
                count(positive, one -> one.plausible() > 0),
                count(positive, CaseResult::verified),
                count(positive, CaseResult::checked),
                count(positive, CaseResult::right),
                count(positive, one -> one.rank() > 0),
                count(positive, one -> one.verified() && one.right()),
                count(all, CaseResult::wrongButVerified),
                all.size() - positive.size(),
                count(all, one -> one.negative() && one.plausible() > 0),
                all.stream().mapToLong(CaseResult::candidates).sum(),
                all.stream().mapToDouble(CaseResult::cpuSeconds).sum(),
                quantile(cpu, 0.5),
                quantile(cpu, 0.9));
    }

    private static int count(List<CaseResult> all, java.util.function.Predicate<CaseResult> test) {
        return (int) all.stream().filter(test).count();
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                cases                      %d (%d could not be run, %d not reproduced)
                plausible                  %d
                verified                   %d
                right at rank 1            %d of %d with a checker (right at any rank: %d)
                verified and right         %d
                wrong but verified         %d
                edits on must-not-touch    %d of %d
                candidates                 %d, %.0f a CPU-second
                CPU-seconds                %.1f in all, median %.2f, p90 %.2f
                """,
                cases,
                broken,
                notReproduced,
                plausible,
                verified,
                right,
                checked,
                rightAnywhere,
                verifiedRight,
                wrongButVerified,
                editsOnNegatives,
                negatives,
                candidates,
                cpuSeconds > 0 ? candidates / cpuSeconds : 0,
                cpuSeconds,
                cpuMedian,
                cpuP90);
    }
}
