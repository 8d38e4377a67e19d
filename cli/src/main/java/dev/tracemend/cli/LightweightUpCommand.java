package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack of containers. */
@Command(
        name = "lightweight-up",
        aliases = "lightweight_up",
        description = "Starts the stack of containers that lightweight-init wrote.",
        mixinStandardHelpOptions = true)
final class LightweightUpCommand extends LightweightCommand {
    @Option(
            names = "--build",
            negatable = true,
            description = "build the images first, or not even those that are missing (default: only those)")
    private Optional<Boolean> build = Optional.empty();

    LightweightUpCommand(SettingsConfig settings) {
        super(settings);
    }

    @Override
    public Integer call() {
        if (build.isEmpty()) {
            return take(List.of(DeployStep.up()));
        }
        DeployStep up = DeployStep.up("--no-build");
        return take(build.get() ? List.of(DeployStep.BUILD, up) : List.of(up));
    }
}
