package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a change: a worktree of the checkout's commit on a branch {@code tracemend/<fingerprint>-<n>} of its own.
 * The checkout's branch, index and uncommitted work stay as they are, and no hook of the repository runs. At close the
 * folder goes; the branch stays when it has a commit. For one thread.
 */
public final class AttemptWorktree implements AutoCloseable {
    private static final int TRIES = 20;

    private final Checkout checkout;
    private final Path root;
    private final AttemptBranch branch;
    private final Git git;

    private AttemptWorktree(Checkout checkout, Path root, String ref) {
        this.checkout = checkout;
        this.root = root;
        this.git = new Git(root);
        this.branch = new AttemptBranch(new Git(checkout.root()), ref);
    }

    /** Makes the next attempt for a fingerprint, its folder below {@code scratchRoot}. */
    public static AttemptWorktree create(Checkout checkout, Path scratchRoot, String fingerprint)
            throws CheckoutException {
        Git git = new Git(checkout.root());
        String stem = AttemptBranch.stem(fingerprint);
        try {
            Path parent = Files.createDirectories(scratchRoot).toRealPath();
            String said = "";
            for (int i = 0; i < TRIES; i++) {
                String ref = stem + "-" + AttemptBranch.next(git, stem);
                String name = ref.substring("refs/heads/".length());
                Path folder = ScratchOwner.self().folder(parent, name);
                Ended made = git.run("worktree", "add", "--quiet", "-b", name, folder.toString(), checkout.head());
                if (made.ok()) {
                    return new AttemptWorktree(checkout, folder.toRealPath(), ref);
                }
                said = made.error().strip();
                if (!said.contains("already exists")) {
                    break;
                }
            }
            throw new CheckoutException("git can make no branch for an attempt in " + checkout.root() + ": " + said);
        } catch (IOException unwritable) {
            throw new CheckoutException("no worktree can be made in " + scratchRoot
                    + ": name a folder that can be written (" + unwritable.getMessage() + ")");
        }
    }

    /** Removes the worktrees of attempts whose process is gone, and their branches where nothing was committed. */
    public static void collectStale(Checkout checkout, Path scratchRoot) {
        new StaleWorktrees(checkout, scratchRoot).collect();
    }

    /** The real path of the worktree. */
    public Path root() {
        return root;
    }

    /** Name of the branch, without {@code refs/heads/}. */
    public String branch() {
        return branch.name();
    }

    /** The worktree as a workspace. */
    public Workspace workspace(WorkspaceConfig config) throws WorkspaceException {
        return Workspace.open(root, config);
    }

    /**
     * Commits these files as they stand, and no others; empty when they do not differ from the branch.
     *
     * @param paths relative to the root; of a renamed file both names
     * @return full hash of the commit
     */
    public Optional<String> commit(AttemptCommit words, List<String> paths) throws CheckoutException {
        String tip = git.text("rev-parse", "--verify", branch.ref()).strip();
        git.text("read-tree", tip);
        if (!paths.isEmpty()) {
            List<String> add = new ArrayList<>(List.of("--literal-pathspecs", "add", "--force", "--all", "--"));
            add.addAll(paths);
            git.text(add.toArray(String[]::new));
        }
        String tree = git.text("write-tree").strip();
        if (tree.equals(git.text("rev-parse", tip + "^{tree}").strip())) {
            return Optional.empty();
        }
        return Optional.of(new CommitWriter(git).onto(branch.ref(), tip, tree, words.message()));
    }

    @Override
    public void close() {
        ScratchWorktree.remove(checkout, root);
        branch.deleteIfEmpty();
    }
}
