package dev.tracemend.cli;

import dev.tracemend.agent.edit.EditFailure;
import dev.tracemend.agent.edit.EditFormat;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditScope;
import dev.tracemend.agent.edit.PlacedEdit;
import dev.tracemend.agent.workspace.AppliedReply;
import dev.tracemend.agent.workspace.ReplyApplier;
import dev.tracemend.agent.workspace.Workspace;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Applies a model's reply to a folder and says what went where, or why not. */
@Command(
        name = "apply",
        description = "Applies the edits in a model's reply to a folder: all of them, or none with the reasons.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    private static final Map<String, EditFormat> FORMATS = Map.of(
            "auto", EditFormat.AUTO,
            "diff", EditFormat.DIFF,
            "diff-fenced", EditFormat.DIFF_FENCED,
            "whole", EditFormat.WHOLE,
            "udiff", EditFormat.UDIFF,
            "v4a", EditFormat.V4A,
            "str-replace", EditFormat.STR_REPLACE);

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            description = "auto, diff, diff-fenced, whole, udiff, v4a or str-replace (default: ${DEFAULT-VALUE})")
    private String format = "auto";

    @Option(
            names = "--files",
            paramLabel = "A,B",
            split = ",",
            description = "files of the conversation, relative to the workspace; settle names that are not exact")
    private String[] files = {};

    @Option(names = "--partial", description = "write what was placed even when other blocks are refused")
    private boolean partial;

    @Option(names = "--first-match", description = "of several equal places take the first instead of refusing")
    private boolean firstMatch;

    @Option(names = "--dry-run", description = "place everything, write nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "one JSON object instead of text (docs/apply.md)")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "REPLY", defaultValue = "-", description = "a file, or - for stdin")
    private String reply = "-";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final SettingsConfig settings;

    ApplyCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        EditOptions options = new EditOptions(chosenFormat(), new EditScope(List.of()), firstMatch, partial);
        String text = NamedText.reply(reply);
        Workspace opened = workspace.open(spec, settings);
        List<String> named = Arrays.stream(files)
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
        AppliedReply applied = WorkspaceOption.told(() -> new ReplyApplier(opened).apply(text, named, options, dryRun));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLines.one(ApplyReport.of(opened, applied, dryRun)));
        } else {
            WorkspaceOption.tellRecovered(spec, opened);
            print(out, applied);
        }
        return applied.complete() ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
    }

    private EditFormat chosenFormat() {
        EditFormat chosen = FORMATS.get(format.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (chosen == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--format " + format + " is not known: auto, diff, diff-fenced, whole, udiff, v4a or str-replace");
        }
        return chosen;
    }

    private void print(PrintWriter out, AppliedReply applied) {
        for (PlacedEdit block : applied.placed()) {
            String lines = block.firstLine() == 0
                    ? "the whole file"
                    : "line " + block.firstLine() + (block.lines() > 1 ? " to " + lastLine(block) : "");
            String rung = ApplyReport.word(block.rung());
            out.println("block " + block.block() + ": " + block.path() + ": placed at " + lines + " (" + rung + ")");
        }
        for (EditFailure failure : applied.failures()) {
            String path = failure.path().isEmpty() ? "" : failure.path() + ": ";
            out.println("block " + failure.block() + ": " + path + "refused, " + failure.reason() + ": "
                    + failure.message());
        }
        out.println(summary(applied));
    }

    private static int lastLine(PlacedEdit block) {
        return block.firstLine() + block.lines() - 1;
    }

    private String summary(AppliedReply applied) {
        String paths = applied.changes().stream().map(change -> change.path()).collect(Collectors.joining(", "));
        if (applied.placed().isEmpty() && applied.failures().isEmpty()) {
            return "nothing written: the reply holds no edit in a known form";
        }
        if (applied.changes().isEmpty()) {
            return applied.complete()
                    ? "nothing to write: the files are so already"
                    : "nothing written: every block must find its place, or give --partial";
        }
        return (applied.written() ? "wrote " : "would write ") + paths;
    }
}
