package dev.tracemend.worker.deliver;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixOutcome.Diagnosed;
import dev.tracemend.agent.fix.FixOutcome.NoFixFound;
import dev.tracemend.agent.fix.FixOutcome.Proposed;
import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.agent.fix.FixReport;
import dev.tracemend.agent.fix.Proof;
import dev.tracemend.contracts.CheckStep;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.RootCause;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.VerificationInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in the words of the wire what came of a context. */
public final class ResultTranslation {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REPRODUCER = 64 * 1024;
    private static final double NANOS = 1e9;

    private final Clock clock;

    /** Stamps results with this clock. */
    public ResultTranslation(Clock clock) {
        this.clock = clock;
    }

    /** The id of the one result of a context: whoever answers it, and however often, says the same. */
    public static String idOf(ErrorContext context) {
        try {
            byte[] text = ("result/" + context.id()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java run time has SHA-256", e);
        }
    }

    /** The result of work that was done. */
    public FixResult answer(ErrorContext context, FixOutcome outcome) {
        FixReport report = outcome.report();
        if (outcome instanceof Verified verified) {
            return result(context, Verdict.VERIFIED, report, patch(verified.change()), proof(verified.proof()));
        } else if (outcome instanceof Proposed proposed) {
            return result(context, Verdict.PROPOSED, report, patch(proposed.change()), proof(proposed.proof()));
        } else if (outcome instanceof NoFixFound none) {
            return result(context, Verdict.FAILED, report, PatchInfo.NONE, proof(none.proof()));
        } else if (outcome instanceof Diagnosed) {
            return result(context, Verdict.DIAGNOSED, report, PatchInfo.NONE, VerificationInfo.NONE);
        }
        throw new IllegalStateException("unknown outcome " + outcome.getClass());
    }

    /** The result of work that broke. */
    public FixResult failure(ErrorContext context, Throwable broken) {
        String said = broken.getMessage() == null ? "" : ": " + broken.getMessage();
        String why = cut(broken.getClass().getSimpleName() + said);
        return plain(context, Verdict.FAILED, "", "The work on it broke: " + context.title(), why);
    }

    /**
     * The result of a context whose cause was answered before: nothing is done again, only the count grows.
     *
     * @param known what is known with this context counted
     * @param why why the first result stands
     */
    public FixResult repeat(ErrorContext context, MemoryEntry known, String why) {
        String summary = "Seen before, " + known.count() + " errors so far; the first result stands ("
                + known.verdict().word() + "): " + context.title();
        return plain(context, known.verdict(), known.resultId(), summary, cut(why));
    }

    /** The result of a context that is not worked on now. */
    public FixResult declined(ErrorContext context, String why) {
        return plain(context, Verdict.REFUSED, "", "Not worked on: " + context.title(), cut(why));
    }

    /** The same result where the policy does not let its patch be shown. */
    public FixResult withoutPatch(FixResult result, Verdict verdict, String why) {
        return new FixResult(
                result.container(),
                result.summary(),
                result.keyPoints(),
                result.plan(),
                result.ts(),
                result.v(),
                result.id(),
                result.ctxId(),
                result.fingerprint(),
                result.title(),
                result.count(),
                verdict,
                "",
                cut(why),
                result.mode(),
                result.rootCause(),
                result.commands(),
                PatchInfo.NONE,
                VerificationInfo.NONE,
                result.git(),
                result.model(),
                result.tries(),
                result.durations());
    }

    private FixResult plain(ErrorContext context, Verdict verdict, String repeatOf, String summary, String why) {
        return new FixResult(
                context.topic(),
                cut(summary),
                "",
                "",
                now(),
                1,
                idOf(context),
                context.id(),
                context.fingerprint(),
                cut(context.title()),
                context.count(),
                verdict,
                repeatOf,
                why,
                "heuristic",
                new RootCause("", 0, List.of()),
                List.of(),
                PatchInfo.NONE,
                VerificationInfo.NONE,
                GitBase.NONE,
                ModelUse.NONE,
                0,
                Map.of());
    }

    private FixResult result(
            ErrorContext context, Verdict verdict, FixReport report, PatchInfo patch, VerificationInfo proof) {
        return new FixResult(
                context.topic(),
                cut(report.summary()),
                lines(report.keyPoints()),
                lines(report.plan()),
                now(),
                1,
                idOf(context),
                context.id(),
                context.fingerprint(),
                cut(context.title()),
                context.count(),
                verdict,
                "",
                cut(report.why()),
                report.model().calls() > 0 ? "llm" : "heuristic",
                new RootCause(cut(report.cause()), report.confidence(), report.evidence()),
                report.commands(),
                patch,
                proof,
                new GitBase(report.base(), report.branch()),
                new ModelUse(
                        report.model().name(),
                        report.model().calls(),
                        report.model().tokensIn(),
                        report.model().tokensOut()),
                report.tries(),
                seconds(report.durations()));
    }

    private static PatchInfo patch(Change change) {
        return new PatchInfo(
                "git",
                change.diff(),
                change.files(),
                change.added(),
                change.removed(),
                change.operator(),
                change.symptom());
    }

    private static VerificationInfo proof(Proof proof) {
        List<CheckStep> steps = proof.steps().stream()
                .map(step -> new CheckStep(step.name(), step.passed(), cut(step.detail()), seconds(step.took())))
                .toList();
        String reproducer = proof.reproducer().length() <= LONGEST_REPRODUCER ? proof.reproducer() : "";
        return new VerificationInfo(
                proof.status(), proof.failToPass(), proof.passToPass(), reproducer, proof.sandbox(), steps);
    }

    private static Map<String, Double> seconds(Map<String, Duration> durations) {
        Map<String, Double> seconds = new TreeMap<>();
        durations.forEach((stage, time) -> seconds.put(stage, seconds(time)));
        return seconds;
    }

    private static double seconds(Duration time) {
        return Math.round(time.toNanos() / NANOS * 1_000) / 1_000.0;
    }

    private static String lines(List<String> lines) {
        return cut(String.join("\n", lines));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
