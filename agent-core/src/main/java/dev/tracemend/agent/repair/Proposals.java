package dev.tracemend.agent.repair;

import dev.tracemend.agent.edit.Originals;
import dev.tracemend.agent.edit.TextEdit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what rules propose: no two with the same outcome, none that changes nothing. */
final class Proposals {
    private final OperatorPriors priors;
    private final Map<String, Candidate> byOutcome = new LinkedHashMap<>();

    Proposals(OperatorPriors priors) {
        this.priors = priors;
    }

    /** Proposes a change of the value that goes wrong. */
    void cause(Operator operator, Rewrite rewrite, double fit, String why) {
        add(operator, rewrite, fit, why, false);
    }

    /** Proposes a change that only guards the place that failed. */
    void symptom(Operator operator, Rewrite rewrite, double fit, String why) {
        add(operator, rewrite, fit, why, true);
    }

    /** Proposes a change; {@code fit} says how well it suits this failure, 0 to 1. */
    void add(Operator operator, Rewrite rewrite, double fit, String why, boolean symptom) {
        add(operator.word(), priors.of(operator) * fit, rewrite, why, symptom);
    }

    /** Proposes a change of an operator by name, with how likely it is right here, 0 to 1. */
    void add(String operator, double likely, Rewrite rewrite, String why, boolean symptom) {
        double prior = Math.min(1, Math.max(0, likely));
        rewrite.build().ifPresent(edits -> {
            Candidate candidate = new Candidate(edits, operator, prior, symptom, why);
            byOutcome.merge(
                    outcome(rewrite.file(), edits),
                    candidate,
                    (known, other) -> other.prior() > known.prior() ? other : known);
        });
    }

    /** The best so many, best first; equals stand in the order of proposing. */
    List<Candidate> best(int most) {
        return byOutcome.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::prior).reversed())
                .limit(most)
                .toList();
    }

    private static String outcome(SourceFile file, List<TextEdit> edits) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (TextEdit edit : edits) {
            text.append(file.text(), from, edit.start()).append(edit.replacement());
            from = edit.end();
        }
        text.append(file.text(), from, file.text().length());
        return file.path() + " " + Originals.hash(text.toString());
    }
}
