package dev.tracemend.cli.shell;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Files read and written by steps: those of the workspace, on its terms. A path may also be absolute and inside. */
final class StepFiles {
    static final int MOST_BYTES = 32 << 20;

    private final Workspace workspace;

    StepFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    byte[] read(String path) throws StepRefusal {
        try {
            return workspace.read(relative(path));
        } catch (WorkspaceException e) {
            throw refusal(e);
        }
    }

    /** Writes a file; whether it is new. */
    boolean write(String path, byte[] content) throws StepRefusal {
        String name = relative(path);
        try {
            Optional<byte[]> before = existing(name);
            workspace.write(
                    List.of(new FileChange(name, Optional.empty(), before, Optional.of(content), OptionalInt.empty())));
            return before.isEmpty();
        } catch (WorkspaceException e) {
            throw refusal(e);
        }
    }

    private Optional<byte[]> existing(String name) throws WorkspaceException {
        try {
            return Optional.of(workspace.read(name));
        } catch (WorkspaceException e) {
            if (e.reason() == WorkspaceException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String relative(String path) throws StepRefusal {
        try {
            Path absolute = Path.of(path);
            return absolute.isAbsolute() && absolute.startsWith(workspace.root())
                    ? workspace.root().relativize(absolute).toString()
                    : path;
        } catch (InvalidPathException bad) {
            throw new StepRefusal("bad_step", "\"path\" is no path: " + bad.getReason());
        }
    }

    private static StepRefusal refusal(WorkspaceException e) {
        return new StepRefusal(e.reason().name().toLowerCase(Locale.ROOT), String.valueOf(e.getMessage()));
    }
}
