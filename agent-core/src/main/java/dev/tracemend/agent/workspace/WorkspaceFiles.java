package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.FileLookup;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text files of a workspace while one reply is planned: each is read once, so that the whole plan is made on the same
 * bytes. What may not be read looks absent, and why is kept. For one thread and one reply.
 */
public final class WorkspaceFiles implements FileLookup {
    private static final int LOOKED_AT = 8_000;

    private final Workspace workspace;
    private final List<String> named;
    private final Map<String, Optional<byte[]>> read = new HashMap<>();
    private final Map<String, WorkspaceException> refused = new HashMap<>();

    /** The files of a workspace; {@code named} are those of the conversation, most relevant first. */
    public WorkspaceFiles(Workspace workspace, List<String> named) {
        this.workspace = workspace;
        this.named = List.copyOf(named);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return read.computeIfAbsent(path, this::load);
    }

    @Override
    public List<String> named() {
        return named;
    }

    /** Why a file could not be read; empty where it could, where it is not there, or where nobody asked. */
    public Optional<WorkspaceException> refusal(String path) {
        return Optional.ofNullable(refused.get(path));
    }

    private Optional<byte[]> load(String path) {
        try {
            Optional<Snapshot> found = workspace.find(path);
            if (found.isPresent() && isBinary(found.get().bytes())) {
                throw new WorkspaceException(Reason.BINARY, path, path + " is no text: it holds zero bytes");
            }
            return found.map(Snapshot::bytes);
        } catch (WorkspaceException no) {
            refused.put(path, no);
            return Optional.empty();
        }
    }

    /** Zero bytes near the beginning, as git judges it; but UTF-16 and UTF-32 with a byte order mark are text. */
    static boolean isBinary(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            return false;
        }
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
