package dev.tracemend.agent.repair;

import dev.tracemend.agent.edit.Originals;
import dev.tracemend.agent.edit.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change that might mend the failure.
 *
 * @param operator the rule that made it, for example {@code boundary}, or {@code model}
 * @param prior how often such a change is right, 0 to 1; a higher one is tried first
 * @param symptom whether it only guards the place that failed; such a change is ranked last and labelled
 * @param rationale why it should help, one sentence for a person
 * @param originals the texts that the edits fit, told where candidates of all sources come together
 */
public record Candidate(
        List<TextEdit> edits, String operator, double prior, boolean symptom, String rationale, Originals originals) {

    /** Copies the edits. */
    public Candidate {
        edits = List.copyOf(edits);
    }

    /** One as a rule or a model makes it. */
    public Candidate(List<TextEdit> edits, String operator, double prior, boolean symptom, String rationale) {
        this(edits, operator, prior, symptom, rationale, Originals.UNTOLD);
    }

    /** The same for these texts, by path: where a file holds another one later, it is refused. */
    public Candidate of(Function<String, Optional<String>> texts) {
        return new Candidate(edits, operator, prior, symptom, rationale, Originals.of(edits, texts));
    }

    /** The same as a mere guard. */
    public Candidate asSymptom() {
        return new Candidate(edits, operator, prior, true, rationale, originals);
    }
}
