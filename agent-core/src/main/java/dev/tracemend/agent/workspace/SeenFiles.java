package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model has been shown of a workspace, by content hash. It may only change files that it has seen as they are now;
 * what it writes itself counts as seen. For one conversation and one thread.
 */
public final class SeenFiles {
    private final Workspace workspace;
    private final Map<String, String> hashes = new HashMap<>();

    /** Nothing has been seen yet. */
    public SeenFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Reads a file in order to show it. */
    public byte[] show(String path) throws WorkspaceException {
        byte[] bytes = workspace.read(path);
        hashes.put(workspace.resolve(path), FileVersion.hash(bytes));
        return bytes;
    }

    /** Why these changes may not be made: {@code NOT_READ}, {@code FILE_CHANGED}, or what the workspace itself objects. */
    public List<ChangeRefusal> objections(List<FileChange> changes) {
        List<ChangeRefusal> refusals = new ArrayList<>(workspace.objections(changes));
        for (FileChange change : changes) {
            boolean refused = refusals.stream().anyMatch(known -> known.path().equals(change.path()));
            if (change.before().isPresent() && !refused) {
                unseen(change).ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    private Optional<ChangeRefusal> unseen(FileChange change) {
        String path = change.from().orElse(change.path());
        try {
            String seen = hashes.getOrDefault(workspace.resolve(path), "");
            if (seen.isEmpty()) {
                return Optional.of(new ChangeRefusal(
                        change.path(), Reason.NOT_READ, path + " was not read yet: read it before you change it"));
            }
            String now = FileVersion.hash(change.before().orElseThrow());
            return seen.equals(now)
                    ? Optional.empty()
                    : Optional.of(new ChangeRefusal(
                            change.path(),
                            Reason.FILE_CHANGED,
                            path + " was changed since you read it: read it again"));
        } catch (WorkspaceException refused) {
            return Optional.of(
                    new ChangeRefusal(change.path(), refused.reason(), String.valueOf(refused.getMessage())));
        }
    }

    /** Writes all changes or none; throws the first objection. */
    public void write(List<FileChange> changes) throws WorkspaceException {
        List<ChangeRefusal> refusals = objections(changes);
        if (!refusals.isEmpty()) {
            ChangeRefusal first = refusals.get(0);
            throw new WorkspaceException(first.reason(), first.path(), first.message());
        }
        workspace.write(changes);
        for (FileChange change : changes) {
            change.from().ifPresent(hashes::remove);
            if (change.after().isPresent()) {
                hashes.put(
                        workspace.resolve(change.path()),
                        FileVersion.hash(change.after().get()));
            } else {
                hashes.remove(change.path());
            }
        }
    }
}
