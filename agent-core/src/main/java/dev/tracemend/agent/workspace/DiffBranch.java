package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A diff as one commit on a branch {@code tracemend/<fingerprint>-<n>} of its own. The user's branch, index and
 * uncommitted work stay as they are.
 */
public final class DiffBranch {
    private final Path scratchRoot;
    private final WorkspaceConfig config;

    /** Works in a folder for scratch worktrees, with state in another. */
    public DiffBranch(Path scratchRoot, Path stateFolder) {
        this.scratchRoot = scratchRoot;
        this.config = WorkspaceConfig.of(stateFolder);
    }

    /** The branch, without {@code refs/heads/}, and the full hash of the commit at its tip. */
    public record Made(String branch, String commit) {}

    /**
     * Commits a change onto the commit that the checkout is at; a result that has its commit already keeps it. Empty when
     * the change does not fit that commit exactly, or changes nothing.
     *
     * @throws CheckoutException when git or the file system is in the way
     */
    public Optional<Made> commit(Checkout checkout, AttemptCommit words, ExactDiff change) throws CheckoutException {
        Optional<Made> earlier = made(checkout, words);
        if (earlier.isPresent()) {
            return earlier;
        }
        try (AttemptWorktree attempt = AttemptWorktree.create(checkout, scratchRoot, words.fingerprint())) {
            return change.applyTo(attempt.workspace(config))
                    ? attempt.commit(words, change.files()).map(commit -> new Made(attempt.branch(), commit))
                    : Optional.empty();
        } catch (WorkspaceException refused) {
            throw new CheckoutException("the fix cannot be written for a commit: " + refused.getMessage());
        }
    }

    /** What an earlier run committed for the same result before it was cut off. */
    private static Optional<Made> made(Checkout checkout, AttemptCommit words) throws CheckoutException {
        if (words.resultId().isBlank()) {
            return Optional.empty();
        }
        String stem = AttemptBranch.stem(words.fingerprint());
        String all = new Git(checkout.root())
                .text(
                        "for-each-ref",
                        "--format=%(refname) %(objectname) %(contents:trailers:key=Result-Id,valueonly,separator=)",
                        stem + "-*");
        for (String line : all.split("\n", -1)) {
            String[] parts = line.split(" ", 3);
            boolean same = parts.length == 3 && parts[2].strip().equals(words.resultLine());
            if (same && parts[0].substring(stem.length()).matches("-\\d{1,8}")) {
                return Optional.of(new Made(parts[0].substring("refs/heads/".length()), parts[1]));
            }
        }
        return Optional.empty();
    }
}
