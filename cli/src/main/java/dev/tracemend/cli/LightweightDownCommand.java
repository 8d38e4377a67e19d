package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import picocli.CommandLine.Command;

/** Stops the stack of containers and removes them; what they keep in volumes stays. */
@Command(
        name = "lightweight-down",
        aliases = "lightweight_down",
        description = "Stops the stack of containers and removes them; their volumes stay.",
        mixinStandardHelpOptions = true)
final class LightweightDownCommand extends LightweightCommand {
    LightweightDownCommand(SettingsConfig settings) {
        super(settings);
    }

    @Override
    public Integer call() {
        return take(List.of(DeployStep.DOWN));
    }
}
