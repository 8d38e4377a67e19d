package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the images of the stack of containers, and restarts what runs on older ones. */
@Command(
        name = "lightweight-build",
        aliases = "lightweight_build",
        description = "Builds the images of the stack of containers and restarts it with them.",
        mixinStandardHelpOptions = true)
final class LightweightBuildCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(names = "--no-restart", description = "build only")
    private boolean noRestart;

    @Mixin
    private LightweightOptions stack = new LightweightOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightBuildCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        List<DeployStep> steps =
                noRestart ? List.of(DeployStep.BUILD) : List.of(DeployStep.BUILD, DeployStep.up("--no-build"));
        return stack.take(
                settings, steps, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
