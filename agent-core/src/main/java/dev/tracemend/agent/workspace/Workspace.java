package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.journal.JournaledWriter;
import dev.tracemend.agent.workspace.journal.JournaledWriter.TakenBack;
import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One folder in which files are read and changed, and nothing outside it ever, whatever paths are asked for and whatever
 * is swapped meanwhile. Changes of several files happen wholly or not at all, and can be undone byte for byte. Works with
 * and without git. Threads and processes may share a workspace; writers wait for each other.
 */
public final class Workspace {
    private final ConfinedTree tree;
    private final WorkspaceConfig config;
    private final JournaledWriter writer;
    private final Optional<TakenBack> recovered;

    private Workspace(
            ConfinedTree tree, WorkspaceConfig config, JournaledWriter writer, Optional<TakenBack> recovered) {
        this.tree = tree;
        this.config = config;
        this.writer = writer;
        this.recovered = recovered;
    }

    /**
     * Opens a folder; a change that was cut off there is taken back first.
     *
     * @throws WorkspaceException when there is no such folder, or another process is writing in it
     */
    public static Workspace open(Path folder, WorkspaceConfig config) throws WorkspaceException {
        try {
            ConfinedTree tree = ConfinedTree.open(folder);
            JournaledWriter writer = new JournaledWriter(tree, config.stateFolder(), config.journal());
            return new Workspace(tree, config, writer, writer.recover());
        } catch (IOException unusable) {
            throw new WorkspaceException(
                    Reason.FAILED, "", "the workspace " + folder + " cannot be used: " + FileTrouble.words(unusable));
        }
    }

    /** The real path of the folder. */
    public Path root() {
        return tree.root();
    }

    /** The change that was found cut off and taken back when this workspace was opened. */
    public Optional<TakenBack> recovered() {
        return recovered;
    }

    /** The path of a file with its links followed and its name as the workspace knows it. */
    public String resolve(String path) throws WorkspaceException {
        return FileTrouble.told(path, () -> tree.resolve(WorkspacePath.of(path)).toString());
    }

    /** Reads a file's bytes; {@code NOT_FOUND} where there is none, other reasons where it may not be read. */
    public byte[] read(String path) throws WorkspaceException {
        return find(path)
                .orElseThrow(() -> new WorkspaceException(
                        Reason.NOT_FOUND, path, "there is no file " + path + " in the workspace"))
                .bytes();
    }

    /** A file as it stands; empty where there is none. */
    Optional<Snapshot> find(String path) throws WorkspaceException {
        return FileTrouble.told(path, () -> tree.read(tree.resolve(WorkspacePath.of(path)), config.mostFileBytes()));
    }

    /** Why these changes cannot be written, a refusal a file; empty when they can. Writes nothing. */
    public List<ChangeRefusal> objections(List<FileChange> changes) {
        return new ChangeCheck(tree, config).run(changes).refusals();
    }

    /**
     * Writes all changes or none.
     *
     * @throws WorkspaceException naming the first file that may not be or could not be written
     */
    public void write(List<FileChange> changes) throws WorkspaceException {
        ChangeCheck.Checked checked = new ChangeCheck(tree, config).run(changes);
        if (!checked.refusals().isEmpty()) {
            ChangeRefusal first = checked.refusals().get(0);
            throw new WorkspaceException(first.reason(), first.path(), first.message());
        }
        if (!checked.steps().isEmpty()) {
            FileTrouble.told("", () -> {
                writer.write(checked.steps());
                return true;
            });
        }
    }

    /**
     * Takes back the latest change that was written here; empty when there is none.
     *
     * @throws WorkspaceException {@code FILE_CHANGED} naming a file that was changed since; nothing is touched then
     */
    public Optional<TakenBack> undo() throws WorkspaceException {
        return FileTrouble.told("", writer::undo);
    }

    /** Every file that is not ignored, below a folder or ({@code ""}) everywhere, sorted; at most {@code most}. */
    public List<String> list(String folder, int most) throws WorkspaceException {
        return FileTrouble.told(folder, () -> new WorkspaceListing(tree).below(folder, most));
    }
}
