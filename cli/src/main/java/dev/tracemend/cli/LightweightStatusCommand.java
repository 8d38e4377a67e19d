package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.ComposeProgram;
import dev.tracemend.cli.stack.lightweight.DeploySettings;
import dev.tracemend.cli.stack.lightweight.Deployment;
import dev.tracemend.cli.stack.lightweight.DockerPrograms;
import dev.tracemend.contracts.DeployEvent;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows where the deployment stands, and its containers. */
@Command(
        name = "lightweight-status",
        aliases = "lightweight_status",
        description = "Shows where the stack of containers stands, and its containers.",
        mixinStandardHelpOptions = true)
final class LightweightStatusCommand extends LightweightCommand {
    LightweightStatusCommand(SettingsConfig settings) {
        super(settings);
    }

    @Override
    public Integer call() {
        DeploySettings deployed = deployment();
        DockerPrograms docker = docker();
        Deployment deployment = new Deployment(deployed, docker, out()::println);
        out().println(deployment.latest().map(LightweightStatusCommand::line).orElse("never deployed"));
        if (deployment.isOutdated()) {
            out().println("the compose file has changed since; lightweight-up applies it");
        }
        ComposeProgram program = compose(docker, deployed, List.of(List.of("ps")));
        return told(deployment.list(program), docker, "");
    }

    private static String line(DeployEvent step) {
        return step.status().word() + " since " + Instant.ofEpochMilli((long) (step.ts() * 1000)) + "  (" + step.phase()
                + " " + step.event() + (step.exitCode() == 0 ? "" : ", Docker ended with " + step.exitCode()) + ")"
                + (step.image().isEmpty() ? "" : "  " + step.image());
    }
}
