package dev.tracemend.worker.deliver.branch;

import dev.tracemend.agent.workspace.AttemptCommit;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.DiffBranch;
import dev.tracemend.agent.workspace.ExactDiff;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Commits the change of a result on a branch of its own, onto the commit the change was proved on. The user's branch,
 * index and files stay as they are. A result that is committed already keeps its branch.
 */
public final class FixBranch {
    private final Path workspace;
    private final DiffBranch branches;

    /** Commits into the repository of a checkout. */
    public FixBranch(Path workspace, Path dataDir) {
        this.workspace = workspace;
        this.branches = new DiffBranch(dataDir.resolve("scratch"), dataDir.resolve("state"));
    }

    /** How it ended. */
    public sealed interface Committed {
        /** The branch, without {@code refs/heads/}, and the full hash of the commit. */
        record Made(String branch, String commit) implements Committed {}

        /**
         * Nothing was committed.
         *
         * @param message why, in one sentence
         * @param retriable whether it may go well later
         */
        record NotMade(String message, boolean retriable) implements Committed {}
    }

    /** Commits; never throws for what a repository or a result may hold. */
    public Committed commit(FixResult result) {
        if (result.patch().diff().isBlank()) {
            return new Committed.NotMade(
                    "there is no change to commit: " + result.verdict().word(), false);
        }
        String verifiedBy = result.verdict() == Verdict.VERIFIED ? "tracemend judge" : "nothing yet";
        AttemptCommit words = new AttemptCommit(
                result.summary(), result.rootCause().text(), result.fingerprint(), result.id(), verifiedBy);
        ExactDiff change = new ExactDiff(result.patch().diff(), result.patch().files());
        try {
            Checkout now = Checkout.open(workspace);
            Optional<Checkout> proved = result.git().base().isBlank()
                    ? Optional.of(now)
                    : at(now, result.git().base());
            if (proved.isEmpty()) {
                return new Committed.NotMade("the commit the change was proved on is gone", false);
            }
            return branches.commit(proved.get(), words, change)
                    .<Committed>map(one -> new Committed.Made(one.branch(), one.commit()))
                    .orElseGet(
                            () -> new Committed.NotMade("the change does not fit the commit it was made for", false));
        } catch (CheckoutException refused) {
            return new Committed.NotMade(String.valueOf(refused.getMessage()), true);
        }
    }

    private static Optional<Checkout> at(Checkout now, String base) {
        try {
            return Optional.of(now.at(base));
        } catch (CheckoutException gone) {
            return Optional.empty();
        }
    }
}
