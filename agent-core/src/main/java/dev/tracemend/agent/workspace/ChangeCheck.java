package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.journal.WriteStep;
import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.FileMode;
import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges a change file by file against what stands in the tree, and turns it into steps for the writer. */
final class ChangeCheck {
    private final ConfinedTree tree;
    private final WorkspaceConfig config;
    private final List<WriteStep> steps = new ArrayList<>();
    private final List<ChangeRefusal> refusals = new ArrayList<>();
    private final Map<String, String> taken = new HashMap<>();
    private long bytes;

    ChangeCheck(ConfinedTree tree, WorkspaceConfig config) {
        this.tree = tree;
        this.config = config;
    }

    /** The steps that may be taken, and a refusal for each change that may not. */
    record Checked(List<WriteStep> steps, List<ChangeRefusal> refusals) {
        Checked {
            steps = List.copyOf(steps);
            refusals = List.copyOf(refusals);
        }
    }

    Checked run(List<FileChange> changes) {
        for (FileChange change : changes) {
            guarded(change.path(), () -> {
                List<WriteStep> fresh = steps(change);
                for (WriteStep step : fresh) {
                    take(step.path());
                }
                steps.addAll(fresh);
            });
        }
        List<WorkspacePath> created = steps.stream()
                .filter(step -> step.expected().isEmpty())
                .map(WriteStep::path)
                .toList();
        guarded("", () -> {
            Optional<WorkspacePath> git = tree.makingGitFolder(created);
            if (git.isPresent()) {
                String path = git.get().toString();
                String why = "refused " + path + ": it would make its folder a git repository";
                throw new WorkspaceException(Reason.OUTSIDE_WORKSPACE, path, why);
            }
        });
        return new Checked(steps, refusals);
    }

    /** Work that may be refused. */
    private interface Judging {
        void run() throws IOException, WorkspaceException;
    }

    private void guarded(String path, Judging judging) {
        try {
            FileTrouble.told(path, () -> {
                judging.run();
                return true;
            });
        } catch (WorkspaceException refused) {
            String named = path.isEmpty() ? refused.path() : path;
            refusals.add(new ChangeRefusal(named, refused.reason(), String.valueOf(refused.getMessage())));
        }
    }

    private List<WriteStep> steps(FileChange change) throws IOException, WorkspaceException {
        size(change);
        WorkspacePath path = tree.resolve(WorkspacePath.of(change.path()));
        Optional<Snapshot> there = tree.read(path, config.mostFileBytes());
        int mode = change.mode().orElse(FileMode.NONE) & (change.mode().isPresent() ? 0777 : -1);
        boolean renamed = change.from().isPresent() && !change.from().get().equals(change.path());
        if (renamed) {
            WorkspacePath from = WorkspacePath.of(change.from().orElseThrow());
            refuseLink(from);
            Optional<Snapshot> old = tree.read(from, config.mostFileBytes());
            FileVersion version = asPlanned(from, old, change.before()).orElseThrow();
            asPlanned(path, there, Optional.empty());
            return List.of(
                    new WriteStep(from, Optional.of(version), Optional.empty(), FileMode.NONE),
                    new WriteStep(
                            path, Optional.empty(), change.after(), mode == FileMode.NONE ? version.mode() : mode));
        }
        Optional<FileVersion> before = asPlanned(path, there, change.before());
        if (change.after().isEmpty()) {
            refuseLink(WorkspacePath.of(change.path()));
            if (before.isEmpty()) {
                throw new WorkspaceException(Reason.NOT_FOUND, change.path(), path + " is not there to be deleted");
            }
        }
        boolean same = before.isPresent()
                && change.after().isPresent()
                && Arrays.equals(change.before().orElseThrow(), change.after().get())
                && (mode == FileMode.NONE || mode == before.get().mode());
        return same ? List.of() : List.of(new WriteStep(path, before, change.after(), mode));
    }

    private void size(FileChange change) throws WorkspaceException {
        int length = change.after().map(after -> after.length).orElse(0);
        bytes += length;
        if (length > config.mostFileBytes() || bytes > config.mostChangeBytes()) {
            throw new WorkspaceException(
                    Reason.TOO_LARGE,
                    change.path(),
                    "refused " + change.path() + ": a file may have " + config.mostFileBytes() + " bytes and a change "
                            + config.mostChangeBytes());
        }
    }

    private static Optional<FileVersion> asPlanned(
            WorkspacePath path, Optional<Snapshot> there, Optional<byte[]> planned) throws WorkspaceException {
        if (there.isPresent() && planned.isEmpty()) {
            throw changed(path, "is there already, and the change would create it");
        }
        if (there.isEmpty() && planned.isPresent()) {
            throw changed(path, "is gone since the change was planned");
        }
        if (there.isPresent() && !Arrays.equals(there.get().bytes(), planned.orElseThrow())) {
            throw changed(path, "was changed since the change was planned; read it again");
        }
        return there.map(Snapshot::version);
    }

    private static WorkspaceException changed(WorkspacePath path, String how) {
        return new WorkspaceException(Reason.FILE_CHANGED, path.toString(), path + " " + how);
    }

    /** Deleting or renaming through a link would take away another file than the one that was named. */
    private void refuseLink(WorkspacePath path) throws IOException, WorkspaceException {
        if (!tree.resolve(path).equals(path)) {
            throw new WorkspaceException(
                    Reason.NOT_A_FILE, path.toString(), "refused " + path + ": links are not deleted or renamed");
        }
    }

    /** Two spellings may be one file on file systems that ignore letter case or compose accents. */
    private void take(WorkspacePath path) throws IOException, WorkspaceException {
        String folded =
                Normalizer.normalize(path.toString(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String other = taken.putIfAbsent(folded, path.toString());
        if (other == null) {
            return;
        }
        Optional<String> one = tree.stamp(path);
        Optional<String> two = tree.stamp(WorkspacePath.of(other));
        if (other.equals(path.toString()) || one.isPresent() && one.equals(two)) {
            throw new WorkspaceException(
                    Reason.CONFLICT, path.toString(), "refused " + path + ": two changes are for this file");
        }
    }
}
