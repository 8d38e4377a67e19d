package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.FileMode;
import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One change on its way: everything is looked at and written down first, then the tree is touched, file by file. */
final class TreeChange {
    private final ConfinedTree tree;
    private final int mostFileBytes;
    private final List<WriteStep> steps;
    private final Map<WorkspacePath, Snapshot> found = new HashMap<>();

    TreeChange(ConfinedTree tree, int mostFileBytes, List<WriteStep> steps) {
        this.tree = tree;
        this.mostFileBytes = mostFileBytes;
        this.steps = List.copyOf(steps);
    }

    /** Reads what stands there; refuses when it is not what the steps expect. */
    Manifest prepare(int undoes) throws IOException, WorkspaceException {
        Set<WorkspacePath> deleted = new HashSet<>();
        for (WriteStep step : steps) {
            examine(step);
            if (step.bytes().isEmpty()) {
                deleted.add(step.path());
            }
        }
        Set<WorkspacePath> made = new LinkedHashSet<>();
        List<SavedFile> files = new ArrayList<>();
        for (WriteStep step : steps) {
            List<String> stage = stage(step.path(), deleted, made, step.bytes().isPresent());
            Optional<FileVersion> before =
                    Optional.ofNullable(found.get(step.path())).map(Snapshot::version);
            int mode = step.mode() != FileMode.NONE
                    ? step.mode()
                    : before.map(FileVersion::mode).orElse(FileMode.NONE);
            Optional<FileVersion> after = step.bytes().map(bytes -> new FileVersion(FileVersion.hash(bytes), mode));
            Snapshot snapshot = found.get(step.path());
            files.add(new SavedFile(step.path(), before, snapshot == null ? 0 : snapshot.bytes().length, after, stage));
        }
        return new Manifest(undoes, List.copyOf(made), files);
    }

    private void examine(WriteStep step) throws IOException, WorkspaceException {
        Optional<Snapshot> there = tree.read(step.path(), mostFileBytes);
        there.ifPresent(snapshot -> found.put(step.path(), snapshot));
        if (there.isPresent() && step.expected().isEmpty()) {
            throw changed(step.path(), "is there already, and the change would create it");
        }
        if (there.isEmpty() && step.expected().isPresent()) {
            throw changed(step.path(), "is gone");
        }
        if (there.isPresent() && !there.get().version().same(step.expected().orElseThrow())) {
            throw changed(step.path(), "was changed since it was read");
        }
    }

    /** The nearest folder above that is there and stays; the missing ones below it are noted. */
    private List<String> stage(WorkspacePath path, Set<WorkspacePath> deleted, Set<WorkspacePath> made, boolean written)
            throws IOException, WorkspaceException {
        List<String> folders = path.folders();
        int there = folders.size();
        while (there > 0 && !tree.isFolder(folders.subList(0, there))) {
            there--;
        }
        if (written) {
            for (int i = there + 1; i <= folders.size(); i++) {
                WorkspacePath missing = new WorkspacePath(folders.subList(0, i));
                if (tree.stamp(missing).isPresent() && !deleted.contains(missing)) {
                    throw new WorkspaceException(
                            Reason.NOT_A_FILE, path.toString(), "refused " + path + ": " + missing + " is no folder");
                }
                made.add(missing);
            }
        }
        return folders.subList(0, there);
    }

    /** The bytes of before, in the manifest's order. */
    List<byte[]> before() {
        List<byte[]> all = new ArrayList<>();
        for (WriteStep step : steps) {
            Snapshot snapshot = found.get(step.path());
            all.add(snapshot == null ? new byte[0] : snapshot.bytes());
        }
        return all;
    }

    /** Does it; the manifest must be in the journal. */
    void run(Manifest manifest, String prefix, List<WorkspacePath> foldersToDelete)
            throws IOException, WorkspaceException {
        for (int i = 0; i < steps.size(); i++) {
            WriteStep step = steps.get(i);
            if (step.bytes().isPresent()) {
                SavedFile file = manifest.files().get(i);
                boolean sameFolder = file.stage().equals(step.path().folders());
                Optional<String> model = sameFolder && file.before().isPresent()
                        ? Optional.of(step.path().name())
                        : Optional.empty();
                int mode = file.after().orElseThrow().mode();
                tree.stage(file.stage(), prefix + i, step.bytes().get(), mode, model);
            }
        }
        for (WriteStep step : steps) {
            if (step.bytes().isEmpty()) {
                requireUntouched(step.path());
                tree.delete(step.path().folders(), step.path().name());
            }
        }
        int folder = 0;
        for (WorkspacePath made : manifest.made()) {
            tree.makeFolder(made.names(), prefix + "d" + folder++);
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).bytes().isPresent()) {
                requireUntouched(steps.get(i).path());
                tree.move(
                        manifest.files().get(i).stage(),
                        prefix + i,
                        steps.get(i).path());
            }
        }
        for (WorkspacePath empty : foldersToDelete) {
            tree.deleteEmptyFolder(empty.names());
        }
        TouchedFolders.force(tree, manifest);
    }

    private void requireUntouched(WorkspacePath path) throws IOException, WorkspaceException {
        Optional<String> before = Optional.ofNullable(found.get(path)).map(Snapshot::stamp);
        if (!tree.stamp(path).equals(before)) {
            throw changed(path, "was changed by somebody else meanwhile");
        }
    }

    private static WorkspaceException changed(WorkspacePath path, String how) {
        return new WorkspaceException(Reason.FILE_CHANGED, path.toString(), path + " " + how);
    }
}
