package dev.tracemend.agent.fix;

import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.agent.repair.CrashRules;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes one task through locate, plan, edit and verify, in a scratch worktree of the checkout. The checkout itself, its
 * branch and its uncommitted work are never touched. Safe for one task at a time; tasks share nothing but the scratch
 * folder.
 */
public final class FixProgram {
    private final FixConfig config;
    private final CandidateSource rules;
    private final List<ModelSource> models;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** A program that works by the rules, and by these models, asked in turn where the rules find no cause to mend. */
    public FixProgram(FixConfig config, List<ModelSource> models) {
        this(config, new CrashRules(), models);
    }

    FixProgram(FixConfig config, CandidateSource rules, List<ModelSource> models) {
        this.config = config;
        this.rules = rules;
        this.models = List.copyOf(models);
    }

    /**
     * Looks into one task; takes a minute or more. A checkout that cannot be used ends in {@link
     * FixOutcome.NoFixFound}, whose report says why.
     *
     * @param progress takes a line for a person at each step
     * @throws RetryLaterException when git is locked by another process
     */
    public FixOutcome fix(FixTask task, Consumer<String> progress) {
        Stages stages = new Stages();
        try {
            Checkout checkout = stages.checked("locate", () -> Checkout.open(config.workspace()));
            if (swept.compareAndSet(false, true)) {
                ScratchWorktree.collectStale(checkout, config.scratchRoot());
            }
            try (ScratchWorktree worktree = stages.checked(
                    "locate", () -> ScratchWorktree.create(checkout, config.scratchRoot(), task.fingerprint()))) {
                FixDesk desk = new FixDesk(config, task, worktree, stages, new ReportDraft(checkout), progress);
                return new FixCase(desk, rules, models).run();
            }
        } catch (CheckoutException e) {
            return unusable(e, stages);
        }
    }

    private static FixOutcome unusable(CheckoutException e, Stages stages) {
        String why = String.valueOf(e.getMessage());
        if (why.contains(".lock") || why.contains("is locked")) {
            throw new RetryLaterException(why, e);
        }
        FixReport report = new FixReport(
                "The checkout could not be used: " + why,
                List.of(),
                List.of(),
                "",
                0,
                List.of(),
                List.of(),
                why,
                "",
                "",
                ModelUsage.NONE,
                0,
                stages.times());
        return new FixOutcome.NoFixFound(report, Proof.NONE);
    }
}
