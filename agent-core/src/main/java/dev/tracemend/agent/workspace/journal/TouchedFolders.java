package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Forces the folders that a change touches to the disk, each once. */
final class TouchedFolders {
    private TouchedFolders() {}

    static void force(ConfinedTree tree, Manifest manifest) throws IOException {
        Set<List<String>> folders = new LinkedHashSet<>();
        for (SavedFile file : manifest.files()) {
            folders.add(file.path().folders());
            folders.add(file.stage());
        }
        for (WorkspacePath made : manifest.made()) {
            folders.add(made.folders());
        }
        for (List<String> folder : folders) {
            if (tree.isFolder(folder)) {
                tree.force(folder);
            }
        }
    }
}
