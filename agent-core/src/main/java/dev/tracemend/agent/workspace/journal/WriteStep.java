package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param path without links
 * @param expected what must stand there; empty when nothing may
 * @param bytes what is to stand there; empty when it is to be deleted
 * @param mode its permission bits, {@code -1} for those of the file before, or of new files
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would double the memory
public record WriteStep(WorkspacePath path, Optional<FileVersion> expected, Optional<byte[]> bytes, int mode) {}
