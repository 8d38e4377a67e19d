package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.EditFailure;
import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.edit.PlacedEdit;
import java.util.List;

/**
 * What became of a model's reply.
 *
 * @param placed blocks that have their place, in the order of the reply
 * @param failures blocks that were refused
 * @param changes what was written, or would be in a rehearsal
 * @param written whether the files were really written
 * @param feedback what to tell the author of the reply; empty when all was placed
 */
public record AppliedReply(
        List<PlacedEdit> placed,
        List<EditFailure> failures,
        List<FileChange> changes,
        boolean written,
        String feedback) {

    /** Copies the lists. */
    public AppliedReply {
        placed = List.copyOf(placed);
        failures = List.copyOf(failures);
        changes = List.copyOf(changes);
    }

    /** Whether the reply holds blocks and every one has its place. */
    public boolean complete() {
        return failures.isEmpty() && !placed.isEmpty();
    }
}
