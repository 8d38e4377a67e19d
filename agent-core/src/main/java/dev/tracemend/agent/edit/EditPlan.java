package dev.tracemend.agent.edit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A reply's blocks placed in the files: all of them, or none with the reasons.
 *
 * @param edits the change; empty when there are failures
 * @param failures what was wrong with which block
 */
public record EditPlan(List<TextEdit> edits, List<EditFailure> failures) {
    private static final int FEEDBACK_LIMIT = 6_000;

    /** Copies the lists. */
    public EditPlan {
        edits = List.copyOf(edits);
        failures = List.copyOf(failures);
    }

    /** Whether every block found its place. */
    public boolean placed() {
        return failures.isEmpty() && !edits.isEmpty();
    }

    /** What to tell the author of the reply; empty when all was placed. */
    public String feedback() {
        if (placed()) {
            return "";
        }
        String all = failures.stream().map(EditFailure::toString).collect(Collectors.joining("\n\n"));
        String text = all.isEmpty() ? "The reply holds no SEARCH/REPLACE block." : all;
        String bounded = text.length() <= FEEDBACK_LIMIT ? text : text.substring(0, FEEDBACK_LIMIT) + " …";
        return bounded + "\n\nNothing was applied. Send every block of the change again.";
    }
}
