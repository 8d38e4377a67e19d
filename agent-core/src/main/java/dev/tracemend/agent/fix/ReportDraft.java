package dev.tracemend.agent.fix;

import dev.tracemend.agent.repair.Diagnosis;
import dev.tracemend.agent.workspace.Checkout;
import java.util.ArrayList;
import java.util.List;

/** A report while it is being written. For one thread. */
final class ReportDraft {
    private final Checkout checkout;
    private final List<String> keyPoints = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private Diagnosis diagnosis = new Diagnosis("", 0, List.of(), List.of(), true);
    private String cause = "";
    private ModelUsage model = ModelUsage.NONE;
    private List<Change> alternatives = List.of();
    private int tries;

    ReportDraft(Checkout checkout) {
        this.checkout = checkout;
    }

    void diagnosis(Diagnosis found) {
        diagnosis = found;
        cause = found.cause();
    }

    /** A cause that was shown by a fix goes before one that was only concluded. */
    void cause(String text) {
        if (!text.isBlank()) {
            cause = text;
        }
    }

    String cause() {
        return cause;
    }

    void point(String text) {
        keyPoints.add(text);
    }

    void command(String line) {
        commands.add(line);
    }

    void model(ModelUsage used) {
        model = model.name().isEmpty()
                ? used
                : new ModelUsage(
                        used.calls() > 0 ? used.name() : model.name(),
                        model.calls() + used.calls(),
                        model.tokensIn() + used.tokensIn(),
                        model.tokensOut() + used.tokensOut());
    }

    void alternatives(List<Change> changes) {
        alternatives = changes;
        changes.forEach(change -> point("also proved: " + change.operator() + " in " + String.join(", ", change.files())
                + (change.symptom() ? ", a guard" : "")));
    }

    void tries(int number) {
        tries = number;
    }

    FixReport report(String summary, String why, Stages stages) {
        return new FixReport(
                summary,
                keyPoints,
                diagnosis.plan(),
                cause,
                diagnosis.confidence(),
                diagnosis.evidence(),
                commands,
                why,
                checkout.head(),
                checkout.branch(),
                model,
                tries,
                stages.times(),
                alternatives);
    }
}
