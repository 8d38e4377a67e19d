package dev.tracemend.agent.repair;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;

/**
 * A change that might mend the failure.
 *
 * @param operator the rule that made it, for example {@code boundary}, or {@code model}
 * @param prior how often such a change is right, 0 to 1; a higher one is tried first
 * @param symptom whether it only guards the place that failed; such a change is ranked last and labelled
 * @param rationale why it should help, one sentence for a person
 */
public record Candidate(List<TextEdit> edits, String operator, double prior, boolean symptom, String rationale) {

    /** Copies the edits. */
    public Candidate {
        edits = List.copyOf(edits);
    }
}
