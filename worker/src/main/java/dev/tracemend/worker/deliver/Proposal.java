package dev.tracemend.worker.deliver;

import dev.tracemend.contracts.FixResult;

/**
 * A patch that is to leave the worker, because the policy or a person said so.
 *
 * @param result the result that proposes it: diff, base, files, proof; {@code result.id()} names the patch
 * @param reach how far it may go
 * @param count errors of its cause so far
 * @param approvedBy who approved it; {@code policy} where nobody was asked
 * @param comment what they said, may be empty
 */
public record Proposal(FixResult result, Reach reach, long count, String approvedBy, String comment) {

    /** How far a patch may go. */
    public enum Reach {
        /** A commit on a branch of its own, and what is made of it elsewhere, such as a pull request. */
        BRANCH,
        /** The same, and into the branch that is checked out. */
        CHECKOUT
    }
}
