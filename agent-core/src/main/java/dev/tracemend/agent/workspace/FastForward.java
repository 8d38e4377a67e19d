package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.util.Optional;

/**
 * Takes a commit of an attempt into the branch that is checked out, for users who asked for exactly that. Only where
 * nothing else came in between, and where no file of it has work that is not committed; nothing else is touched.
 */
public final class FastForward {
    private final Checkout checkout;

    /** Moves the branch of this checkout, as it is now. */
    public FastForward(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Moves branch, index and files to a commit; why not, in a sentence, where that cannot be. */
    public Optional<String> to(String commit) {
        Git git = new Git(checkout.root());
        if (git.run("merge-base", "--is-ancestor", commit, "HEAD").ok()) {
            return Optional.empty();
        }
        if (checkout.branch().isEmpty()) {
            return Optional.of("no branch is checked out in " + checkout.root());
        }
        if (!git.run("merge-base", "--is-ancestor", "HEAD", commit).ok()) {
            return Optional.of("the branch " + checkout.branch() + " has moved on since the fix was proved");
        }
        Ended merged = git.run("merge", "--ff-only", "--no-verify-signatures", "--quiet", "--no-stat", commit);
        return merged.ok()
                ? Optional.empty()
                : Optional.of("files of the fix have changes that are not committed: commit or stash them");
    }
}
