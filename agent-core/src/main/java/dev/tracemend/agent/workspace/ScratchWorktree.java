package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A detached worktree of a checkout's commit, in a folder of our own, in which edits are tried. It is removed at close;
 * the checkout's branch, index and uncommitted work stay as they are. For one thread.
 */
public final class ScratchWorktree implements AutoCloseable {
    private static final long MOST_BYTES = 8L << 20;

    private final Checkout checkout;
    private final Path root;
    private final Git git;

    private ScratchWorktree(Checkout checkout, Path root) {
        this.checkout = checkout;
        this.root = root;
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
        for (Path folder : ScratchOwner.deserted(scratchRoot)) {
            remove(checkout, folder);
        }
    }

    /** The real path of the worktree. */
    public Path root() {
        return root;
    }

    /** Writes a file of the worktree as UTF-8, making folders as needed; nothing outside it, nothing of git's own. */
    public void write(String relativePath, String text) throws CheckoutException {
        Path file = confined(relativePath);
        try {
            // A folder on the way may be a link that leads outside: looked at before anything is made there, and after.
            inside(nearest(nonNullParent(file)).toRealPath(), relativePath);
            Files.createDirectories(nonNullParent(file));
            inside(nonNullParent(file).toRealPath(), relativePath);
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new CheckoutException("cannot write " + file + ": " + failed.getMessage());
        }
    }

    /** Reads a file of the worktree as UTF-8; broken bytes become replacement characters. */
    public String read(String relativePath) throws CheckoutException {
        Path file = confined(relativePath);
        try {
            inside(file.toRealPath(), relativePath);
            if (Files.size(file) > MOST_BYTES) {
                throw new CheckoutException(file + " is larger than " + (MOST_BYTES >> 20) + " MB: not read");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new CheckoutException("cannot read " + file + ": " + failed.getMessage());
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

    private static void remove(Checkout checkout, Path folder) {
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

    /** The folder itself, or the nearest one above it that is there. */
    private static Path nearest(Path folder) {
        Path above = folder.getParent();
        return Files.exists(folder) || above == null ? folder : nearest(above);
    }

    private Path confined(String relativePath) throws CheckoutException {
        Path relative = Path.of(relativePath);
        for (Path part : relative) {
            String word = part.toString();
            if (word.equals("..") || word.equalsIgnoreCase(".git")) {
                throw outside(relativePath);
            }
        }
        Path file = root.resolve(relative).normalize();
        if (relative.isAbsolute() || !file.startsWith(root) || file.equals(root) || Files.isSymbolicLink(file)) {
            throw outside(relativePath);
        }
        return file;
    }

    private void inside(Path real, String relativePath) throws CheckoutException {
        if (!real.startsWith(root) || real.startsWith(root.resolve(".git"))) {
            throw outside(relativePath);
        }
    }

    private CheckoutException outside(String relativePath) {
        return new CheckoutException("refused: " + relativePath + " leads out of the worktree " + root);
    }

    private Path nonNullParent(Path file) {
        Path parent = file.getParent();
        return parent == null ? root : parent;
    }
}
