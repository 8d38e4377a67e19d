package dev.tracemend.worker;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixReport;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.agent.fix.Proof;
import dev.tracemend.agent.judge.LadderStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Outcomes as agent-core would give them. */
public final class Outcomes {
    public static final Change CHANGE =
            new Change("diff --git a/A.java b/A.java\n", List.of("A.java"), 1, 2, "guard", true);
    public static final Proof PROOF = new Proof(
            "verified",
            List.of("Reproduction"),
            7,
            "class Reproduction {}",
            "none",
            List.of(new LadderStep("compile", true, "compiles", Duration.ofMillis(1_500))));

    private Outcomes() {}

    public static FixReport report(String summary, ModelUsage model) {
        return report(summary, model, "abc");
    }

    private static FixReport report(String summary, ModelUsage model, String base) {
        return new FixReport(
                summary,
                List.of("seen", "twice"),
                List.of("do this"),
                "x is never set",
                0.8,
                List.of("A.java:42"),
                List.of("mvn test"),
                "proved",
                base,
                "main",
                model,
                3,
                Map.of("total", Duration.ofMillis(2_250)));
    }

    public static FixOutcome verified(String summary) {
        return new FixOutcome.Verified(report(summary, ModelUsage.NONE), CHANGE, PROOF);
    }

    /** The same, made against a commit that there is, with a model's part, for a change of these files. */
    public static FixOutcome verifiedAt(String base, String summary, ModelUsage model, List<String> files) {
        Change change = new Change("diff --git a/A.java b/A.java\n", files, 1, 2, "guard", true);
        return new FixOutcome.Verified(report(summary, model, base), change, PROOF);
    }
}
