package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.FileMode;
import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back a change that was cut off anywhere: afterwards every file has its bytes of before. It can be cut off itself and
 * begun again. A file that somebody else has written meanwhile stays as it is and is named.
 */
final class Rollback {
    private final ConfinedTree tree;
    private final JournalEntry entry;
    private final Manifest manifest;
    private final int mostFileBytes;
    private final List<String> left = new ArrayList<>();

    Rollback(ConfinedTree tree, JournalEntry entry, Manifest manifest, int mostFileBytes) {
        this.tree = tree;
        this.entry = entry;
        this.manifest = manifest;
        this.mostFileBytes = mostFileBytes;
    }

    /** Returns the paths of files that were left alone. */
    List<String> run() throws IOException {
        deleteStaged();
        for (SavedFile file : manifest.files()) {
            if (file.before().isEmpty()) {
                takeAway(file);
            }
        }
        for (int i = manifest.made().size() - 1; i >= 0; i--) {
            tree.deleteEmptyFolder(manifest.made().get(i).names());
        }
        for (int i = 0; i < manifest.files().size(); i++) {
            if (manifest.files().get(i).before().isPresent()) {
                bringBack(manifest.files().get(i), i);
            }
        }
        TouchedFolders.force(tree, manifest);
        return left;
    }

    private void deleteStaged() throws IOException {
        Set<List<String>> folders = new LinkedHashSet<>();
        folders.add(List.of());
        manifest.files().forEach(file -> folders.add(file.stage()));
        for (List<String> folder : folders) {
            if (tree.isFolder(folder)) {
                tree.deleteStaged(folder, entry.stagePrefix());
            }
        }
    }

    private void takeAway(SavedFile file) throws IOException {
        Optional<Snapshot> there = look(file);
        if (there.isPresent() && isOurs(there.get(), file)) {
            tree.delete(file.path().folders(), file.path().name());
        } else if (there.isPresent()) {
            left.add(file.path().toString());
        }
    }

    private void bringBack(SavedFile file, int number) throws IOException {
        FileVersion before = file.before().orElseThrow();
        Optional<Snapshot> there = look(file);
        if (there.isPresent() && there.get().version().same(before)) {
            return;
        }
        if (left.contains(file.path().toString())) {
            return;
        }
        if (there.isPresent() && !isOurs(there.get(), file)) {
            left.add(file.path().toString());
            return;
        }
        byte[] bytes = entry.before(manifest, file);
        List<String> folders = file.path().folders();
        for (int i = 1; i <= folders.size(); i++) {
            if (!tree.isFolder(folders.subList(0, i))) {
                tree.makeFolder(folders.subList(0, i), entry.stagePrefix() + "f" + number + "-" + i);
            }
        }
        Optional<String> model = there.map(standing -> file.path().name());
        String name = entry.stagePrefix() + "r" + number;
        tree.stage(folders, name, bytes, before.mode() == FileMode.NONE ? FileMode.NONE : before.mode(), model);
        tree.move(folders, name, file.path());
    }

    private static boolean isOurs(Snapshot there, SavedFile file) {
        return file.after()
                .map(FileVersion::hash)
                .filter(there.version().hash()::equals)
                .isPresent();
    }

    /** What stands there; something that cannot be read is not ours and is left alone. */
    private Optional<Snapshot> look(SavedFile file) throws IOException {
        try {
            return tree.read(file.path(), mostFileBytes);
        } catch (WorkspaceException foreign) {
            left.add(file.path().toString());
            return Optional.empty();
        }
    }
}
