package dev.tracemend.cli;

import dev.tracemend.cli.stack.Home;
import dev.tracemend.cli.stack.lightweight.ComposeProgram;
import dev.tracemend.cli.stack.lightweight.Deployment;
import dev.tracemend.cli.stack.lightweight.DockerPrograms;
import dev.tracemend.cli.stack.lightweight.GeneratedFile;
import dev.tracemend.cli.stack.lightweight.GeneratedFile.Fate;
import dev.tracemend.cli.stack.lightweight.GeneratedFile.Outcome;
import dev.tracemend.cli.stack.lightweight.ServicePaths;
import dev.tracemend.cli.stack.lightweight.ServicePlan;
import dev.tracemend.cli.stack.lightweight.StackTemplate;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the compose file and the Dockerfile of the stack of containers for the user's service. */
@Command(
        name = "lightweight-init",
        aliases = "lightweight_init",
        description = "Writes a compose file and a Dockerfile of the stack of containers for your service.",
        mixinStandardHelpOptions = true)
final class LightweightInitCommand implements Callable<Integer> {
    private final SettingsConfig settings;
    private final Path home;

    @Option(names = "--workspace", description = "git checkout of the service (default: this folder)")
    private String workspace = "";

    @Option(names = "--logs", description = "folder of its log files (default: logs in the workspace)")
    private String logs = "";

    @Option(names = "--db", description = "auto, none or reddb (default: ${DEFAULT-VALUE})", defaultValue = "auto")
    private String db = "";

    @Option(
            names = "--out-dir",
            description = "where the files go (default: ${DEFAULT-VALUE})",
            defaultValue = LightweightCommand.FOLDER)
    private String folder = "";

    @Option(names = "--force", description = "overwrite files that you have edited")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightInitCommand(SettingsConfig settings) {
        this(settings, Home.path());
    }

    LightweightInitCommand(SettingsConfig settings, Path home) {
        this.settings = settings;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (!List.of("auto", "none", "reddb").contains(db)) {
            throw new ParameterException(spec.commandLine(), "--db is auto, none or reddb, not \"" + db + "\"");
        }
        StackTemplate template = new StackTemplate(home);
        ServicePlan plan = new ServicePaths(LightweightCommand.spare(settings))
                .settle(Path.of(workspace.isEmpty() ? "." : workspace), logs, db, Path.of(folder));
        adjustments(plan.adjustments());
        Path compose = plan.folder().resolve(LightweightCommand.FILE);
        List<Outcome> outcomes = List.of(
                new GeneratedFile(compose).write(template.compose(plan), force),
                new GeneratedFile(plan.folder().resolve("Dockerfile")).write(template.dockerfile(), force));
        outcomes.forEach(this::tell);
        DockerPrograms docker = new DockerPrograms(settings.environment());
        new Deployment(LightweightCommand.deployment(settings, compose, ""), docker, line -> {}).prepared();
        next(compose, docker);
        return outcomes.stream().anyMatch(outcome -> outcome.fate() == Fate.EDITS_IN_THE_WAY)
                ? ExitCode.UNFIXED.code()
                : ExitCode.DONE.code();
    }

    private void adjustments(List<String> adjustments) {
        if (!adjustments.isEmpty()) {
            yellow("adjustments");
            adjustments.forEach(adjustment -> yellow("  " + adjustment));
        }
    }

    private void tell(Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(outcome.path() + "  " + words(outcome.fate()));
        if (!outcome.difference().isEmpty()) {
            yellow("- as it was, + as it would be written for these options:");
            spec.commandLine().getErr().print(outcome.difference());
        }
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case WRITTEN, UNCHANGED, RENEWED, OVERWRITTEN -> fate.name().toLowerCase(Locale.ROOT);
            case EDITS_KEPT -> "kept, with your edits";
            case EDITS_IN_THE_WAY -> "kept, with your edits; what is new was not written: take it over, or use --force";
        };
    }

    private void next(Path compose, DockerPrograms docker) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> up = List.of("up", "-d");
        Optional<ComposeProgram> program = docker.compose();
        out.println("next:");
        out.println("  tracemend lightweight-up --compose " + ComposeProgram.quoted(compose.toString()));
        out.println("  which runs: " + program.orElseGet(docker::plugin).command(compose, up));
        out.println(
                "  the page: http://localhost:" + settings.value(Setting.PORT).value());
        if (program.isEmpty()) {
            yellow("warning: " + docker.missing());
        }
    }

    private void yellow(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.commandLine().getColorScheme().ansi().enabled() ? "\u001b[33m" + text + "\u001b[0m" : text);
        err.flush();
    }
}
