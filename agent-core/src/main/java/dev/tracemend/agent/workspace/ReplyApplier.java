package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.EditEngine;
import dev.tracemend.agent.edit.EditFailure;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditPlan;
import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.edit.PlacedEdit;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies a model's reply to a workspace: places its blocks, judges the files they are for, and writes all or nothing. */
public final class ReplyApplier {
    private final Workspace workspace;
    private final EditEngine engine = new EditEngine();

    /** An applier for one workspace. */
    public ReplyApplier(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Applies a reply. Blocks that are refused are part of the answer.
     *
     * @param named files of the conversation, relative to the root, most relevant first
     * @param rehearse place everything and write nothing
     * @throws WorkspaceException when the file system or another process is in the way
     */
    public AppliedReply apply(String reply, List<String> named, EditOptions options, boolean rehearse)
            throws WorkspaceException {
        WorkspaceFiles files = new WorkspaceFiles(workspace, named);
        EditPlan plan = engine.plan(reply, files, options);
        List<EditFailure> failures = new ArrayList<>();
        plan.failures().forEach(failure -> failures.add(explained(failure, files)));
        List<FileChange> changes = new ArrayList<>(plan.changes());
        List<PlacedEdit> placed = new ArrayList<>(plan.placed());
        for (ChangeRefusal refusal : workspace.objections(changes)) {
            refuse(refusal, changes, placed, failures);
        }
        boolean writes = !changes.isEmpty() && (failures.isEmpty() || options.partial());
        boolean written = writes && !rehearse && write(changes, placed, failures);
        failures.sort(Comparator.comparing(EditFailure::block));
        List<FileChange> settled = writes && (written || rehearse) ? changes : List.of();
        String feedback = new EditPlan(settled, placed, failures).feedback();
        return new AppliedReply(placed, failures, settled, written, feedback);
    }

    private boolean write(List<FileChange> changes, List<PlacedEdit> placed, List<EditFailure> failures)
            throws WorkspaceException {
        try {
            workspace.write(changes);
            return true;
        } catch (WorkspaceException late) {
            if (late.reason() != Reason.FILE_CHANGED) {
                throw late;
            }
            ChangeRefusal refusal = new ChangeRefusal(late.path(), late.reason(), String.valueOf(late.getMessage()));
            refuse(refusal, changes, placed, failures);
            return false;
        }
    }

    /** Moves the blocks of a file from the placed to the refused. */
    private static void refuse(
            ChangeRefusal refusal, List<FileChange> changes, List<PlacedEdit> placed, List<EditFailure> failures) {
        List<PlacedEdit> of = placed.stream()
                .filter(block -> block.path().equals(refusal.path()))
                .toList();
        of.stream()
                .mapToInt(PlacedEdit::block)
                .distinct()
                .forEach(block -> failures.add(
                        new EditFailure(block, refusal.path(), reason(refusal.reason()), refusal.message())));
        if (of.isEmpty()) {
            failures.add(new EditFailure(0, refusal.path(), reason(refusal.reason()), refusal.message()));
        }
        placed.removeAll(of);
        changes.removeIf(change -> change.path().equals(refusal.path()));
    }

    /** The engine takes a file that may not be read for an absent one; the workspace knows better. */
    private static EditFailure explained(EditFailure failure, WorkspaceFiles files) {
        Optional<WorkspaceException> why = files.refusal(failure.path());
        return why.isEmpty()
                ? failure
                : new EditFailure(
                        failure.block(),
                        failure.path(),
                        reason(why.get().reason()),
                        String.valueOf(why.get().getMessage()));
    }

    private static EditFailure.Reason reason(Reason reason) {
        return switch (reason) {
            case FILE_CHANGED, NOT_READ -> EditFailure.Reason.FILE_CHANGED;
            case CONFLICT -> EditFailure.Reason.CONFLICT;
            case BINARY, TOO_LARGE -> EditFailure.Reason.NOT_TEXT;
            case OUTSIDE_WORKSPACE, NOT_FOUND, NOT_A_FILE, BUSY, FAILED -> EditFailure.Reason.OUTSIDE_WORKSPACE;
        };
    }
}
