package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What file systems throw, in words that name the file. */
final class FileTrouble {
    private FileTrouble() {}

    /** Work on files. */
    interface Work<T> {
        T run() throws IOException, WorkspaceException;
    }

    static <T> T told(String path, Work<T> work) throws WorkspaceException {
        try {
            return work.run();
        } catch (IOException failed) {
            String of = path.isEmpty() ? "the workspace" : path;
            throw new WorkspaceException(Reason.FAILED, path, of + ": " + words(failed));
        } catch (InvalidPathException notHere) {
            throw new WorkspaceException(
                    Reason.OUTSIDE_WORKSPACE,
                    path,
                    "refused " + path + ": this system cannot have such a name (set LANG=C.UTF-8 if it should)");
        }
    }

    static String words(IOException failed) {
        String said = String.valueOf(failed.getMessage());
        if (failed instanceof AccessDeniedException) {
            return "no permission for " + said;
        }
        if (failed instanceof NoSuchFileException) {
            return "there is no " + said;
        }
        if (failed instanceof NotDirectoryException) {
            return said + " is no folder";
        }
        return said;
    }
}
