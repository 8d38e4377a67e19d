package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.ComposeProgram;
import dev.tracemend.cli.stack.lightweight.DeploySettings;
import dev.tracemend.cli.stack.lightweight.Deployment;
import dev.tracemend.cli.stack.lightweight.DockerPrograms;
import dev.tracemend.contracts.DeployEvent;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows where the deployment stands, and its containers. */
@Command(
        name = "lightweight-status",
        aliases = "lightweight_status",
        description = "Shows where the stack of containers stands, and its containers.",
        mixinStandardHelpOptions = true)
final class LightweightStatusCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Mixin
    private LightweightOptions stack = new LightweightOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightStatusCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        DeploySettings deployed = stack.deployment(settings);
        DockerPrograms docker = new DockerPrograms(settings.environment());
        Deployment deployment = new Deployment(deployed, docker, out::println);
        out.println(deployment.latest().map(LightweightStatusCommand::line).orElse("never deployed"));
        if (deployment.isOutdated()) {
            out.println("the compose file has changed since; lightweight-up applies it");
        }
        ComposeProgram program = LightweightOptions.compose(docker, deployed, List.of(List.of("ps")), out);
        return LightweightOptions.told(
                deployment.list(program), docker, "", spec.commandLine().getErr());
    }

    private static String line(DeployEvent step) {
        return step.status().word() + " since " + Instant.ofEpochMilli((long) (step.ts() * 1000)) + "  (" + step.phase()
                + " " + step.event() + (step.exitCode() == 0 ? "" : ", Docker ended with " + step.exitCode()) + ")"
                + (step.image().isEmpty() ? "" : "  " + step.image());
    }
}
