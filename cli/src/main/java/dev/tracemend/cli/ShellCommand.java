package dev.tracemend.cli;

import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.SandboxKind;
import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.shell.Shells;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.cli.shell.PlainLoop;
import dev.tracemend.cli.shell.StepLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs commands in sessions that keep their state, as steps from its input; see docs/shell.md. */
@Command(
        name = "shell",
        description = "Runs commands in shell sessions that keep their state, in a sandbox if asked.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            defaultValue = "local",
            description = "local (no confinement), bubblewrap or docker; default local")
    private String sandbox = "local";

    @Option(
            names = "--image",
            defaultValue = ShellSettings.DEFAULT_IMAGE,
            description = "image of the docker container; default " + ShellSettings.DEFAULT_IMAGE)
    private String image = ShellSettings.DEFAULT_IMAGE;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON step a line in, one JSON answer a line out")
    private boolean json;

    private final SettingsConfig config;

    ShellCommand(SettingsConfig config) {
        this.config = config;
    }

    @Override
    public Integer call() throws Exception {
        Workspace opened = workspace.open(spec, config);
        WorkspaceOption.tellRecovered(spec, opened);
        ShellSettings settings = settings(opened.root());
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            Shells.check(settings);
            if (json) {
                steps(settings, opened, in, out);
            } else {
                lines(settings, in, out);
            }
            return ExitCode.DONE.code();
        } catch (ShellException unavailable) {
            throw CommandFailure.configuration(String.valueOf(unavailable.getMessage()));
        }
    }

    private ShellSettings settings(Path root) {
        try {
            return ShellSettings.of(SandboxKind.of(sandbox), root).withImage(image);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(ExitCode.USAGE, "--sandbox: " + unknown.getMessage());
        }
    }

    private static void steps(ShellSettings settings, Workspace workspace, BufferedReader in, PrintWriter out)
            throws Exception {
        StepLoop loop = new StepLoop(settings, workspace, out);
        Thread atEnd = new Thread(loop::close, "shell-end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        loop.run(in);
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    private static void lines(ShellSettings settings, BufferedReader in, PrintWriter out) throws IOException {
        PrintWriter notes = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
        try (ShellSession session = Shells.open(settings)) {
            Thread atEnd = new Thread(session::close, "shell-end");
            Runtime.getRuntime().addShutdownHook(atEnd);
            new PlainLoop(session, out, notes).run(in, RunLimits.defaults());
            Runtime.getRuntime().removeShutdownHook(atEnd);
        }
    }
}
