package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack of containers. */
@Command(
        name = "lightweight-up",
        aliases = "lightweight_up",
        description = "Starts the stack of containers that lightweight-init wrote.",
        mixinStandardHelpOptions = true)
final class LightweightUpCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(
            names = "--build",
            negatable = true,
            description = "build the images first, or not even those that are missing (default: only those)")
    private Optional<Boolean> build = Optional.empty();

    @Mixin
    private LightweightOptions stack = new LightweightOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightUpCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        List<DeployStep> steps = build.isEmpty()
                ? List.of(DeployStep.up())
                : build.get()
                        ? List.of(DeployStep.BUILD, DeployStep.up("--no-build"))
                        : List.of(DeployStep.up("--no-build"));
        return stack.take(
                settings, steps, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
