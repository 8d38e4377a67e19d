package dev.tracemend.agent.tool.coding;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.tool.ToolException;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The files of a workspace as one agent knows them: what it has read, it may change; what changed since, it must read again. */
final class FileView {
    private final Workspace workspace;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    FileView(Workspace workspace) {
        this.workspace = workspace;
    }

    Workspace workspace() {
        return workspace;
    }

    /** The text of a file, remembered as read. */
    String read(String path) throws ToolException {
        try {
            byte[] bytes = workspace.read(path);
            String text = text(path, bytes);
            known.put(workspace.resolve(path), Digests.sha256(bytes));
            return text;
        } catch (WorkspaceException refused) {
            throw told(refused);
        }
    }

    /** The text of a file that was read before and has not changed since. */
    String known(String path) throws ToolException {
        try {
            byte[] bytes = workspace.read(path);
            requireKnown(path, bytes);
            return text(path, bytes);
        } catch (WorkspaceException refused) {
            throw told(refused);
        }
    }

    /** The text of a file for a search; empty where it is none, too large, or gone. */
    Optional<String> glance(String path) {
        try {
            return Optional.of(text(path, workspace.read(path)));
        } catch (WorkspaceException | ToolException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes a file that is new, or that was read and has not changed since. */
    void write(String path, String text) throws ToolException {
        try {
            Optional<byte[]> before = present(path);
            byte[] after = text.getBytes(StandardCharsets.UTF_8);
            if (before.isPresent()) {
                requireKnown(path, before.get());
            }
            workspace.write(
                    List.of(new FileChange(path, Optional.empty(), before, Optional.of(after), OptionalInt.empty())));
            known.put(workspace.resolve(path), Digests.sha256(after));
        } catch (WorkspaceException refused) {
            throw told(refused);
        }
    }

    private Optional<byte[]> present(String path) throws WorkspaceException {
        try {
            return Optional.of(workspace.read(path));
        } catch (WorkspaceException refused) {
            if (refused.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void requireKnown(String path, byte[] bytes) throws ToolException, WorkspaceException {
        byte[] read = known.get(workspace.resolve(path));
        if (read == null) {
            throw new ToolException(path + " exists and was not read yet; read it before changing it");
        }
        if (!Arrays.equals(read, Digests.sha256(bytes))) {
            throw new ToolException(path + " has changed since it was read; read it again");
        }
    }

    private static String text(String path, byte[] bytes) throws ToolException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException binary) {
            // told below
        }
        throw new ToolException(
                path + " is no text in UTF-8 (" + bytes.length + " bytes); it cannot be shown or edited");
    }

    static ToolException told(WorkspaceException refused) {
        return new ToolException(String.valueOf(refused.getMessage()));
    }
}
