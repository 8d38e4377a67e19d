package dev.tracemend.agent.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compares what a session uses with what it may use, for the limits that no system call keeps. */
final class LimitWatch {
    private final ShellLimits limits;
    private final Path workspace;
    private final long freeBefore;

    LimitWatch(ShellLimits limits, Path workspace) {
        this.limits = limits;
        this.workspace = workspace;
        this.freeBefore = free();
    }

    /** The limit that is passed, if one is. */
    Optional<String> passed(ProcessTree tree, int members) {
        if (members > limits.processes()) {
            return Optional.of("processes");
        }
        if (members > 0 && tree.memory() > limits.memoryBytes()) {
            return Optional.of("memory");
        }
        return freeBefore - free() > limits.diskBytes() ? Optional.of("disk") : Optional.empty();
    }

    private long free() {
        try {
            return Files.getFileStore(workspace).getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }
}
