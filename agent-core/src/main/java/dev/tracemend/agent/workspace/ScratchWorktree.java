package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A detached worktree of a checkout's commit, in a folder of our own, in which edits are tried. It is removed at close;
 * the checkout's branch, index and uncommitted work stay as they are. For one thread.
 */
public final class ScratchWorktree implements AutoCloseable {
    private static final int MOST_BYTES = 8 << 20;

    private final Checkout checkout;
    private final Path root;
    private final Git git;
    private final ConfinedTree tree;

    private ScratchWorktree(Checkout checkout, Path root) throws IOException {
        this.checkout = checkout;
        this.root = root;
        this.tree = ConfinedTree.open(root);
        this.git = new Git(root);
    }

    /**
     * Makes a worktree of the checkout's commit below {@code scratchRoot}.
     *
     * @param name becomes part of the folder's name; other characters than letters and digits are replaced
     */
    public static ScratchWorktree create(Checkout checkout, Path scratchRoot, String name) throws CheckoutException {
        try {
            Path parent = Files.createDirectories(scratchRoot).toRealPath();
            Path folder = ScratchOwner.self().folder(parent, name);
            new Git(checkout.root())
                    .text("worktree", "add", "--detach", "--quiet", "--", folder.toString(), checkout.head());
            return new ScratchWorktree(checkout, folder.toRealPath());
        } catch (IOException unwritable) {
            throw new CheckoutException("no scratch worktree can be made in " + scratchRoot
                    + ": name a folder that can be written (" + unwritable.getMessage() + ")");
        }
    }

    /** Removes worktrees below {@code scratchRoot} whose process no longer lives; those of living ones stay. */
    public static void collectStale(Checkout checkout, Path scratchRoot) {
        new StaleWorktrees(checkout, scratchRoot).collect();
    }

    /** The real path of the worktree. */
    public Path root() {
        return root;
    }

    /** Writes a file of the worktree as UTF-8, making folders as needed; nothing outside it, nothing of git's own. */
    public void write(String relativePath, String text) throws CheckoutException {
        confined("write", relativePath, () -> {
            tree.overwrite(tree.resolve(WorkspacePath.of(relativePath)), text.getBytes(StandardCharsets.UTF_8));
            return "";
        });
    }

    /** Reads a file of the worktree as UTF-8; broken bytes become replacement characters. */
    public String read(String relativePath) throws CheckoutException {
        return confined("read", relativePath, () -> {
            Optional<Snapshot> found = tree.read(tree.resolve(WorkspacePath.of(relativePath)), MOST_BYTES);
            if (found.isEmpty()) {
                throw new NoSuchFileException(relativePath);
            }
            return new String(found.get().bytes(), StandardCharsets.UTF_8);
        });
    }

    private String confined(String what, String relativePath, FileTrouble.Work<String> work) throws CheckoutException {
        try {
            return FileTrouble.told(relativePath, work);
        } catch (WorkspaceException refused) {
            throw new CheckoutException("cannot " + what + " in the worktree " + root + ": " + refused.getMessage());
        }
    }

    /** What differs from the commit as a git-style unified diff, new files included; empty when nothing does. */
    public String diff() throws CheckoutException {
        git.text("add", "--all", "--intent-to-add");
        return git.text(
                "diff",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                checkout.head());
    }

    /** Takes back every change, new files included. */
    public void reset() throws CheckoutException {
        git.text("reset", "--hard", "--quiet", checkout.head());
        git.text("clean", "-ffdxq");
    }

    @Override
    public void close() {
        remove(checkout, root);
    }

    static void remove(Checkout checkout, Path folder) {
        // Whoever interrupts the work wants it to leave nothing behind: git must not be cut off in its own clean-up.
        boolean interrupted = Thread.interrupted();
        try {
            new Git(checkout.root()).run("worktree", "remove", "--force", "--force", "--", folder.toString());
            ScratchOwner.deleteTree(folder);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
