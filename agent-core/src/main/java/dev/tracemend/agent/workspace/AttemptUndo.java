package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes back exactly one commit of an attempt by another commit on the same branch. History is not rewritten, and the
 * user's branch, index and files are not touched.
 */
public final class AttemptUndo {
    private final Checkout checkout;
    private final Path scratchRoot;
    private final Git git;

    /** Undo for a checkout; its work is done in a folder below {@code scratchRoot}. */
    public AttemptUndo(Checkout checkout, Path scratchRoot) {
        this.checkout = checkout;
        this.scratchRoot = scratchRoot;
        this.git = new Git(checkout.root());
    }

    /**
     * Reverts a commit.
     *
     * @param branch name of the attempt's branch, without {@code refs/heads/}
     * @return full hash of the commit that takes it back
     * @throws CheckoutException when the commit is not on that branch, is taken back already, or later commits are in the
     *     way; nothing is changed then
     */
    public String revert(String branch, String commit) throws CheckoutException {
        String ref = "refs/heads/" + branch;
        if (!ref.startsWith(AttemptBranch.FOLDER)) {
            throw new CheckoutException(branch + " is no branch of an attempt; undo your own commits with git revert");
        }
        String tip = git.text("rev-parse", "--verify", "--end-of-options", ref).strip();
        String full = git.text("rev-parse", "--verify", "--end-of-options", commit + "^{commit}")
                .strip();
        refuseUnlessOurs(branch, ref, tip, full);
        try {
            Path parent = Files.createDirectories(scratchRoot).toRealPath();
            Path folder = ScratchOwner.self().folder(parent, "undo");
            try {
                git.text("worktree", "add", "--detach", "--quiet", "--", folder.toString(), tip);
                return revertIn(folder, ref, tip, full);
            } finally {
                ScratchWorktree.remove(checkout, folder);
            }
        } catch (IOException unwritable) {
            throw new CheckoutException("no worktree can be made in " + scratchRoot + ": " + unwritable.getMessage());
        }
    }

    private void refuseUnlessOurs(String branch, String ref, String tip, String full) throws CheckoutException {
        String ours = git.text("log", "-1", "--format=%(trailers:key=Fingerprint,valueonly)", full);
        if (ours.isBlank() || !git.run("merge-base", "--is-ancestor", full, tip).ok()) {
            throw new CheckoutException(full + " is no commit of an attempt on " + branch);
        }
        Ended reverted = git.run("log", "--format=%(trailers:key=Reverts,valueonly)", full + ".." + tip);
        if (reverted.out().contains(full)) {
            throw new CheckoutException(full + " is taken back on " + branch + " already");
        }
        if (git.text("worktree", "list", "--porcelain").contains("branch " + ref + "\n")) {
            throw new CheckoutException(
                    branch + " is checked out, its files are not touched: run git revert " + full + " there");
        }
    }

    private String revertIn(Path folder, String ref, String tip, String full) throws CheckoutException {
        Git inside = new Git(folder);
        Ended reverted = inside.run("revert", "--no-commit", full);
        if (!reverted.ok()) {
            throw new CheckoutException("later commits change the same lines as " + full + ": revert it by hand ("
                    + reverted.error().strip() + ")");
        }
        String subject = git.text("log", "-1", "--format=%s", full).strip();
        String fingerprint = git.text("log", "-1", "--format=%(trailers:key=Fingerprint,valueonly)", full)
                .strip();
        String message = "Revert \"" + subject + "\"\n\nThis takes back exactly that commit.\n\nFingerprint: "
                + fingerprint.replace('\n', ' ') + "\nReverts: " + full + "\n";
        return new CommitWriter(inside).onto(ref, tip, inside.text("write-tree").strip(), message);
    }
}
