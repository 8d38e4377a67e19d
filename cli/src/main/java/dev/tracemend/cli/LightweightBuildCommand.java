package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the images of the stack of containers, and restarts what runs on older ones. */
@Command(
        name = "lightweight-build",
        aliases = "lightweight_build",
        description = "Builds the images of the stack of containers and restarts it with them.",
        mixinStandardHelpOptions = true)
final class LightweightBuildCommand extends LightweightCommand {
    @Option(names = "--no-restart", description = "build only")
    private boolean noRestart;

    LightweightBuildCommand(SettingsConfig settings) {
        super(settings);
    }

    @Override
    public Integer call() {
        return take(noRestart ? List.of(DeployStep.BUILD) : List.of(DeployStep.BUILD, DeployStep.up("--no-build")));
    }
}
