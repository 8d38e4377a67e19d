package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.DeployStep;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the stack of containers and removes them; what they keep in volumes stays. */
@Command(
        name = "lightweight-down",
        aliases = "lightweight_down",
        description = "Stops the stack of containers and removes them; their volumes stay.",
        mixinStandardHelpOptions = true)
final class LightweightDownCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Mixin
    private LightweightOptions stack = new LightweightOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightDownCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        return stack.take(
                settings,
                List.of(DeployStep.DOWN),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
