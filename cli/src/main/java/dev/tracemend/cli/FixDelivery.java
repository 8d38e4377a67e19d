package dev.tracemend.cli;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixReport;
import dev.tracemend.agent.fix.Proof;
import dev.tracemend.agent.workspace.AttemptCommit;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.DiffBranch;
import dev.tracemend.agent.workspace.ExactDiff;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.WorkspaceConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Brings an outcome to the user: as text, JSON or a diff, into the files, or onto a branch. */
final class FixDelivery {
    private static final String DIFF = "tracemend.diff";

    private final CommandSpec spec;
    private final SettingsConfig settings;
    private final Checkout checkout;
    private final Path folder;

    FixDelivery(CommandSpec spec, SettingsConfig settings, Checkout checkout, Path folder) {
        this.spec = spec;
        this.settings = settings;
        this.checkout = checkout;
        this.folder = folder;
    }

    /** What the user asked for; of the first three at most one. */
    record Choice(boolean apply, boolean branch, boolean diff, boolean json) {}

    int deliver(FixOutcome outcome, Choice choice) throws CheckoutException {
        Optional<Change> change = change(outcome);
        Optional<Path> file = change.map(this::keep);
        boolean verified = outcome instanceof FixOutcome.Verified;
        String went = "";
        if (change.isPresent() && choice.apply()) {
            went = apply(change.get());
        } else if (change.isPresent() && choice.branch()) {
            went = commit(outcome.report(), change.get(), verified);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (choice.json()) {
            out.println(JsonLines.one(FixSummary.of(outcome, file, went)));
        } else if (choice.diff()) {
            change.ifPresent(one -> out.print(one.diff()));
        } else {
            print(out, outcome, change, file, went);
        }
        out.flush();
        boolean nothingToDo = outcome instanceof FixOutcome.Diagnosed
                && outcome.report().why().startsWith("no test fails");
        return verified || nothingToDo ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
    }

    static Optional<Change> change(FixOutcome outcome) {
        if (outcome instanceof FixOutcome.Verified verified) {
            return Optional.of(verified.change());
        }
        return outcome instanceof FixOutcome.Proposed proposed ? Optional.of(proposed.change()) : Optional.empty();
    }

    static Proof proof(FixOutcome outcome) {
        if (outcome instanceof FixOutcome.Verified verified) {
            return verified.proof();
        } else if (outcome instanceof FixOutcome.Proposed proposed) {
            return proposed.proof();
        }
        return outcome instanceof FixOutcome.NoFixFound none ? none.proof() : Proof.NONE;
    }

    /** In our own folder: the checkout is touched only when that was asked for. */
    private Path keep(Change change) {
        try {
            return Files.writeString(folder.resolve(DIFF), change.diff());
        } catch (IOException full) {
            throw CommandFailure.failed("the diff cannot be written to " + folder + ": " + full.getMessage());
        }
    }

    private String apply(Change change) {
        Path state = DataFolder.root(settings.environment());
        Workspace workspace = WorkspaceOption.told(() -> Workspace.open(checkout.root(), WorkspaceConfig.of(state)));
        ExactDiff diff = new ExactDiff(change.diff(), change.files());
        if (!WorkspaceOption.told(() -> diff.applyTo(workspace))) {
            throw CommandFailure.failed(
                    "the fix does not fit the files as they are now, and nothing was written: commit"
                            + " or stash what you have changed in " + String.join(", ", change.files()));
        }
        return "written to " + String.join(", ", change.files()) + "; take it back with: tracemend undo --workspace "
                + checkout.root();
    }

    private String commit(FixReport report, Change change, boolean verified) throws CheckoutException {
        AttemptCommit words = new AttemptCommit(
                report.summary(), report.cause(), "fix", "", verified ? "tracemend judge" : "nothing yet");
        DiffBranch branches = new DiffBranch(folder.resolve("scratch"), DataFolder.root(settings.environment()));
        return branches.commit(checkout, words, new ExactDiff(change.diff(), change.files()))
                .map(made -> "committed on " + made.branch())
                .orElseThrow(() ->
                        CommandFailure.failed("the fix could not be committed on a branch; its diff is in " + folder));
    }

    private void print(PrintWriter out, FixOutcome outcome, Optional<Change> change, Optional<Path> file, String went) {
        FixReport report = outcome.report();
        out.println(FixSummary.status(outcome) + ": " + report.summary());
        if (!report.cause().isBlank() && !report.cause().equals(report.summary())) {
            out.println("cause: " + report.cause());
        }
        out.println("why: " + report.why());
        report.keyPoints().forEach(point -> out.println("  - " + point));
        report.plan().forEach(step -> out.println("  to do: " + step));
        change.ifPresent(one -> out.print("\n" + one.diff()));
        Proof proof = proof(outcome);
        if (!proof.reproducer().isBlank()) {
            out.println("\nA test that shows the failure:\n\n" + proof.reproducer());
        }
        if (!went.isEmpty()) {
            out.println("\n" + went);
        }
        file.ifPresent(kept -> FixSummary.commands(report, kept).forEach(line -> out.println("  run: " + line)));
    }
}
