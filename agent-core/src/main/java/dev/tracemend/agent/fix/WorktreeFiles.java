package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.FileLookup;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files of a scratch worktree as a reply may refer to them. */
record WorktreeFiles(ScratchWorktree worktree, List<String> named) implements FileLookup {

    @Override
    public Optional<byte[]> read(String path) {
        try {
            return Optional.of(worktree.read(path).getBytes(StandardCharsets.UTF_8));
        } catch (CheckoutException unreadable) {
            return Optional.empty();
        }
    }
}
