package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.time.Duration;

/**
 * Pushes one commit to one branch {@code tracemend/…} of a remote. Nothing of the checkout changes, no hook runs, and a
 * branch that does not stand where it is believed to stand is left alone.
 */
public final class BranchPush {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST_WORDS = 500;
    private static final int MOST_HEADS = 200;

    private final Checkout checkout;
    private final PushTarget target;

    /** Pushes from a checkout to one repository. */
    public BranchPush(Checkout checkout, PushTarget target) {
        this.checkout = checkout;
        this.target = target;
    }

    /** How a push ended; only {@code UNREACHABLE} may end otherwise when it is tried again. */
    public enum End {
        /** The branch is where it should be. */
        DONE,
        /** The branch has commits that were not expected; it was left alone. */
        MOVED_ON,
        /** The commit stands on others that are not there yet, and it is not ours to publish them. */
        UNPUBLISHED,
        /** The remote takes nothing from this token. */
        DENIED,
        /** There is no such repository, or the token may not see it. */
        NOT_FOUND,
        /** The remote refused the commit for a reason of its own, a rule for branches for example. */
        REFUSED,
        /** The remote did not answer. */
        UNREACHABLE
    }

    /** The end, and what git said, without secrets. */
    public record Pushed(End end, String message) {}

    /**
     * Pushes.
     *
     * @param commit full hash of a commit of the checkout
     * @param expected the commit the branch is at now; empty where there must be no such branch yet
     */
    public Pushed push(String commit, String branch, String expected) {
        String ref = "refs/heads/" + branch;
        if (!ref.startsWith(AttemptBranch.FOLDER)) {
            throw new IllegalArgumentException("only branches tracemend/… are pushed, not " + branch);
        }
        Git git = new Git(checkout.root(), target.environment(), LIMIT);
        if (!isKnown(git, commit + "^")) {
            Ended heads = git.run("ls-remote", "--heads", target.url().toString());
            if (!heads.ok()) {
                return told(heads);
            }
            if (!stands(git, commit + "^", heads.out())) {
                return new Pushed(End.UNPUBLISHED, "");
            }
        }
        return told(git.run(
                "push",
                "--porcelain",
                "--no-verify",
                "--no-signed",
                "--recurse-submodules=no",
                "--force-with-lease=" + ref + ":" + expected,
                target.url().toString(),
                commit + ":" + ref));
    }

    /** Whether the checkout has seen a commit on the remote. */
    private static boolean isKnown(Git git, String commit) {
        Ended seen = git.run("for-each-ref", "--count=1", "--contains", commit, "refs/remotes/origin");
        return seen.ok() && !seen.out().isBlank();
    }

    /** Whether a commit is part of a branch that the remote has, as far as the checkout knows that branch. */
    private static boolean stands(Git git, String commit, String heads) {
        return heads.lines()
                .map(line -> line.split("\t", 2)[0])
                .filter(tip -> tip.matches("[0-9a-f]{40,64}"))
                .limit(MOST_HEADS)
                .anyMatch(tip ->
                        git.run("merge-base", "--is-ancestor", commit, tip).ok());
    }

    private Pushed told(Ended ended) {
        String said = target.masked(ended.out() + "\n" + ended.error());
        return new Pushed(ended.ok() ? End.DONE : end(said), words(said));
    }

    private static End end(String said) {
        if (said.contains("stale info") || said.contains("fetch first") || said.contains("non-fast-forward")) {
            return End.MOVED_ON;
        }
        if (said.contains("403")
                || said.contains("401")
                || said.contains("could not read Username")
                || said.contains("Authentication failed")) {
            return End.DENIED;
        }
        if (said.contains("not found") || said.contains("404")) {
            return End.NOT_FOUND;
        }
        return said.contains("rejected]") || said.contains("remote rejected") ? End.REFUSED : End.UNREACHABLE;
    }

    private static String words(String said) {
        String one = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.substring(0, Math.min(LONGEST_WORDS, one.length()));
    }
}
