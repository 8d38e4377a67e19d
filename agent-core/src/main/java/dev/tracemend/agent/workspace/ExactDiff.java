package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.EditFormat;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditScope;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.util.List;

/**
 * A change as git prints it, applied as it is or not at all.
 *
 * @param files all that it touches, relative to the root; of a renamed file both names
 */
public record ExactDiff(String diff, List<String> files) {

    /** Copies the files. */
    public ExactDiff {
        files = List.copyOf(files);
    }

    /**
     * Writes it into a workspace; false when it does not fit the files as they are, or touches others than it says, and
     * then nothing was written.
     *
     * @throws WorkspaceException when the file system or another process is in the way
     */
    public boolean applyTo(Workspace workspace) throws WorkspaceException {
        ReplyApplier applier = new ReplyApplier(workspace);
        return fits(apply(applier, true)) && apply(applier, false).written();
    }

    private boolean fits(AppliedReply rehearsed) {
        return rehearsed.complete() && rehearsed.changes().stream().allMatch(change -> files.contains(change.path()));
    }

    /** No file is offered as the one that may be meant: the diff names its own. */
    private AppliedReply apply(ReplyApplier applier, boolean rehearse) throws WorkspaceException {
        EditOptions exact = new EditOptions(EditFormat.UDIFF, new EditScope(List.of()), false, false);
        return applier.apply("```diff\n" + diff + "```\n", List.of(), exact, rehearse);
    }
}
