package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worktrees that processes of ours left behind when they were killed. Only folders below the scratch root that are named for
 * a process that is gone are removed, with what git knows of them; nothing of living processes, nothing of the user's.
 */
final class StaleWorktrees {
    private static final Logger LOG = LoggerFactory.getLogger(StaleWorktrees.class);

    private final Checkout checkout;
    private final Path scratchRoot;
    private final Git git;

    StaleWorktrees(Checkout checkout, Path scratchRoot) {
        this.checkout = checkout;
        this.scratchRoot = real(scratchRoot);
        this.git = new Git(checkout.root());
    }

    void collect() {
        for (Listed worktree : listed()) {
            boolean ours = scratchRoot.equals(worktree.folder().getParent());
            if (ours && !worktree.locked() && ScratchOwner.isDeserted(worktree.folder())) {
                ScratchWorktree.remove(checkout, worktree.folder());
                forget(worktree.folder());
                new AttemptBranch(git, worktree.branch()).deleteIfEmpty();
            }
        }
        for (Path folder : ScratchOwner.deserted(scratchRoot)) {
            ScratchWorktree.remove(checkout, folder);
        }
    }

    /** A worktree as git lists it; {@code branch} is empty when detached. */
    record Listed(Path folder, String branch, boolean locked) {}

    private List<Listed> listed() {
        Ended ended = git.run("worktree", "list", "--porcelain", "-z");
        List<Listed> found = new ArrayList<>();
        for (String block : ended.out().split("\0\0", -1)) {
            String folder = "";
            String branch = "";
            boolean locked = false;
            for (String line : block.split("\0", -1)) {
                folder = line.startsWith("worktree ") ? line.substring("worktree ".length()) : folder;
                branch = line.startsWith("branch ") ? line.substring("branch ".length()) : branch;
                locked |= line.equals("locked") || line.startsWith("locked ");
            }
            if (!folder.isEmpty()) {
                found.add(new Listed(Path.of(folder), branch, locked));
            }
        }
        return found;
    }

    /** git removes what it knows of a worktree only while the folder is there; {@code prune} would touch the user's, too. */
    private void forget(Path folder) {
        Path known = checkout.root()
                .resolve(git.run("rev-parse", "--git-common-dir").out().strip())
                .resolve("worktrees");
        if (!Files.isDirectory(known, LinkOption.NOFOLLOW_LINKS) || Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(known)) {
            for (Path entry : entries.toList()) {
                Path back = entry.resolve("gitdir");
                if (Files.isRegularFile(back)
                        && Files.readString(back)
                                .strip()
                                .equals(folder.resolve(".git").toString())) {
                    ScratchOwner.deleteTree(entry);
                }
            }
        } catch (IOException left) {
            LOG.warn("git still knows the removed worktree {}: {}", folder, left.toString());
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException absent) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
