package dev.tracemend.cli;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixReport;
import dev.tracemend.agent.fix.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code fix --json} prints.
 *
 * @param status {@code verified}, {@code proposed}, {@code diagnosed} or {@code no_fix}
 * @param diff empty where there is no change
 * @param operator the rule that made the change, or {@code model}
 * @param symptom whether the change only guards the place that failed
 * @param reproducer source of a test that shows the failure; may be empty
 * @param sandbox what candidates ran in
 * @param went where {@code --apply} or {@code --branch} put the change
 * @param millis wall time by stage, and {@code total}
 */
record FixSummary(
        String status,
        String summary,
        String cause,
        String why,
        List<String> keyPoints,
        List<String> plan,
        List<String> evidence,
        String diff,
        List<String> files,
        String operator,
        boolean symptom,
        String proof,
        List<String> failToPass,
        int passToPass,
        String reproducer,
        String sandbox,
        int tries,
        List<String> commands,
        String went,
        String base,
        String branch,
        Map<String, Long> millis) {

    static FixSummary of(FixOutcome outcome, Optional<Path> file, String went) {
        FixReport report = outcome.report();
        Proof proof = FixDelivery.proof(outcome);
        Change change =
                FixDelivery.change(outcome).orElse(new Change("", List.of(), 0, 0, "", false));
        Map<String, Long> millis = new TreeMap<>();
        report.durations().forEach((stage, took) -> millis.put(stage, took.toMillis()));
        return new FixSummary(
                status(outcome),
                report.summary(),
                report.cause(),
                report.why(),
                report.keyPoints(),
                report.plan(),
                report.evidence(),
                change.diff(),
                change.files(),
                change.operator(),
                change.symptom(),
                proof.status(),
                proof.failToPass(),
                proof.passToPass(),
                proof.reproducer(),
                proof.sandbox(),
                report.tries(),
                file.map(kept -> commands(report, kept)).orElse(List.of()),
                went,
                report.base(),
                report.branch(),
                millis);
    }

    static String status(FixOutcome outcome) {
        if (outcome instanceof FixOutcome.Verified) {
            return "verified";
        } else if (outcome instanceof FixOutcome.Proposed) {
            return "proposed";
        }
        return outcome instanceof FixOutcome.Diagnosed ? "diagnosed" : "no_fix";
    }

    /** The commands of a report, with the place where its diff really lies. */
    static List<String> commands(FixReport report, Path diff) {
        return report.commands().stream()
                .map(line -> line.equals("git apply tracemend.diff") ? "git apply " + diff : line)
                .toList();
    }
}
