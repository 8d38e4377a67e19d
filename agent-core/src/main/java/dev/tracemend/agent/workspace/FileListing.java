package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.io.IOException;
import java.util.List;

/** The files of a workspace that are not ignored. */
final class FileListing {
    private final ConfinedTree tree;

    FileListing(ConfinedTree tree) {
        this.tree = tree;
    }

    List<String> below(String folder, int most) throws IOException, WorkspaceException {
        return List.of();
    }
}
