package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.util.List;
import java.util.Optional;

/**
 * One file of a journaled change.
 *
 * @param before empty when the change created the file
 * @param length bytes that the journal keeps of it
 * @param after empty when the change deleted it; its mode is the one asked for, {@code -1} for that of new files
 * @param stage folder in which the new bytes wait for their turn
 */
record SavedFile(
        WorkspacePath path, Optional<FileVersion> before, int length, Optional<FileVersion> after, List<String> stage) {
    SavedFile {
        stage = List.copyOf(stage);
    }
}
