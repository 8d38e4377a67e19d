package dev.tracemend.agent.fix;

import dev.tracemend.agent.predict.ProgramState;
import dev.tracemend.agent.predict.Trace;
import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import dev.tracemend.logs.StackTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes one task through locate, plan, edit and verify, in a scratch worktree of the checkout. The checkout itself, its
 * branch and its uncommitted work are never touched. Safe for one task at a time; tasks share nothing but the scratch
 * folder.
 */
public final class FixProgram {
    private final FixConfig config;
    private final Optional<CandidateSource> rules;
    private final List<ModelSource> models;
    private final FixVoice voice;
    private final AtomicBoolean swept;

    /** A program that works by the rules and, beside them, by these models, asked in turn until a cause is mended. */
    public FixProgram(FixConfig config, List<ModelSource> models) {
        this(config, Optional.empty(), models, FixVoice.untaught(), new AtomicBoolean());
    }

    /** One whose rules for Java are these. */
    FixProgram(FixConfig config, CandidateSource rules, List<ModelSource> models) {
        this(config, Optional.of(rules), models, FixVoice.untaught(), new AtomicBoolean());
    }

    private FixProgram(
            FixConfig config,
            Optional<CandidateSource> rules,
            List<ModelSource> models,
            FixVoice voice,
            AtomicBoolean swept) {
        this.config = config;
        this.rules = rules;
        this.models = List.copyOf(models);
        this.voice = voice;
        this.swept = swept;
    }

    /**
     * The same with what its {@link FixModules} have learned, for example out of a state file.
     *
     * @throws IllegalArgumentException when the state is one of another program; it names the predictors
     */
    public FixProgram with(ProgramState state) {
        return new FixProgram(config, rules, models, voice.with(state), swept);
    }

    /** The same with someone who is told of each call of a model. */
    public FixProgram with(Trace trace) {
        return new FixProgram(config, rules, models, voice.with(trace), swept);
    }

    /**
     * Looks into one task; takes a minute or more. A checkout that cannot be used ends in {@link
     * FixOutcome.NoFixFound}, whose report says why.
     *
     * @param progress takes a line for a person at each step
     * @throws RetryLaterException when git is locked by another process
     * @throws dev.tracemend.agent.judge.StoppedException when the thread is interrupted; all is cleaned up then
     */
    public FixOutcome fix(FixTask task, Consumer<String> progress) {
        return work(task, progress, desk -> new FixCase(desk, rules, models, voice).run());
    }

    /**
     * Looks into the tests of the checkout that fail, by the rules; takes a minute or more. Where none fails, that is the
     * diagnosis. Ends as {@link #fix} does.
     */
    public FixOutcome fixTests(Consumer<String> progress) {
        FixTask task = new FixTask("failing-tests", "failing tests", StackTrace.NONE, List.of());
        return work(task, progress, desk -> new FailingTests(desk).run());
    }

    /** The work on one task, once its worktree stands. */
    private interface DeskWork {
        FixOutcome at(FixDesk desk) throws CheckoutException;
    }

    private FixOutcome work(FixTask task, Consumer<String> progress, DeskWork work) {
        Stages stages = new Stages();
        try {
            Checkout checkout = stages.checked("locate", () -> Checkout.open(config.workspace()));
            if (swept.compareAndSet(false, true)) {
                ScratchWorktree.collectStale(checkout, config.scratchRoot());
            }
            String folder = folder(checkout);
            try (ScratchWorktree worktree = stages.checked(
                    "locate", () -> ScratchWorktree.create(checkout, config.scratchRoot(), task.fingerprint()))) {
                try {
                    ReportDraft draft = new ReportDraft(checkout);
                    return work.at(new FixDesk(config, task, worktree, folder, stages, draft, progress));
                } finally {
                    if (Thread.interrupted()) { // git could not clean up else
                        progress.accept("stopping");
                    }
                }
            }
        } catch (CheckoutException e) {
            return unusable(e, stages);
        }
    }

    private String folder(Checkout checkout) throws CheckoutException {
        try {
            Path named = config.workspace().toRealPath();
            return named.startsWith(checkout.root())
                    ? checkout.root().relativize(named).toString()
                    : "";
        } catch (IOException gone) {
            throw new CheckoutException(
                    "the workspace " + config.workspace() + " cannot be read: " + gone.getMessage());
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
