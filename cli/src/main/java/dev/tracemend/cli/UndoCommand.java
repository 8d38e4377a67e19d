package dev.tracemend.cli;

import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.journal.JournaledWriter.TakenBack;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back the latest change that {@code apply} wrote; again, the one before. */
@Command(
        name = "undo",
        description = "Takes back the latest applied change byte for byte; run again for the one before.",
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "one JSON object instead of text (docs/apply.md)")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final SettingsConfig settings;

    UndoCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    /** What {@code undo --json} prints. */
    record UndoReport(String status, List<String> files, List<String> leftAlone, String reason, String message) {
        UndoReport {
            files = List.copyOf(files);
            leftAlone = List.copyOf(leftAlone);
        }
    }

    @Override
    public Integer call() {
        Workspace opened = workspace.open(spec, settings);
        UndoReport report = WorkspaceOption.told(() -> undo(opened));
        spec.commandLine().getOut().println(json ? JsonLines.one(report) : report.message());
        return report.status().equals("undone") ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
    }

    private static UndoReport undo(Workspace opened) throws WorkspaceException {
        if (opened.recovered().isPresent()) {
            return undone(opened.recovered().get(), "an unfinished change was taken back: ");
        }
        try {
            Optional<TakenBack> back = opened.undo();
            return back.map(taken -> undone(taken, "undone: "))
                    .orElseGet(() ->
                            new UndoReport("nothing", List.of(), List.of(), "NOTHING", "there is nothing to undo"));
        } catch (WorkspaceException refused) {
            if (refused.reason() == Reason.FAILED || refused.reason() == Reason.BUSY) {
                throw refused;
            }
            String message = "nothing was undone: " + refused.getMessage();
            return new UndoReport(
                    "refused",
                    List.of(refused.path()),
                    List.of(),
                    refused.reason().name(),
                    message);
        }
    }

    private static UndoReport undone(TakenBack taken, String how) {
        String left = taken.leftAlone().isEmpty() ? "" : "; changed since and left: " + taken.leftAlone();
        return new UndoReport(
                "undone", taken.paths(), taken.leftAlone(), "", how + String.join(", ", taken.paths()) + left);
    }
}
