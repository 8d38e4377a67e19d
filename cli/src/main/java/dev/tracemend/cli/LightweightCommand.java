package dev.tracemend.cli;

import dev.tracemend.cli.stack.lightweight.ComposeProgram;
import dev.tracemend.cli.stack.lightweight.DeploySettings;
import dev.tracemend.cli.stack.lightweight.DeployStep;
import dev.tracemend.cli.stack.lightweight.Deployment;
import dev.tracemend.cli.stack.lightweight.DockerPrograms;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command over a stack of containers: which stack, which broker, and how a run of Docker's ends. */
abstract sealed class LightweightCommand implements Callable<Integer>
        permits LightweightUpCommand, LightweightDownCommand, LightweightStatusCommand, LightweightBuildCommand {
    static final String FOLDER = "docker/lightweight";
    static final String FILE = "docker-compose.yml";

    private final SettingsConfig settings;

    @Option(names = "--compose", description = "compose file of the stack (default: " + FOLDER + "/" + FILE + ")")
    private String compose = "";

    @Option(names = "--bootstrap", description = "its Kafka as this machine reaches it (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LightweightCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    /** Where files go that cannot be written where they were wanted. */
    static Path spare(SettingsConfig settings) {
        return DataFolder.root(settings.environment()).resolve("lightweight");
    }

    static DeploySettings deployment(SettingsConfig settings, Path file, String broker) {
        String image = settings.environment().getOrDefault("TRACEMEND_IMAGE", "");
        return new DeploySettings(file, spare(settings), broker, image.isEmpty() ? "tracemend:dev" : image);
    }

    /** Takes the steps, or prints them where Docker is missing; the exit code of the command. */
    final int take(List<DeployStep> steps) {
        DeploySettings deployed = deployment();
        DockerPrograms docker = docker();
        ComposeProgram program =
                compose(docker, deployed, steps.stream().map(DeployStep::words).toList());
        StopSignal stop = StopSignal.install(docker::stop);
        Deployment deployment = new Deployment(deployed, docker, line -> {
            err().println(line);
            err().flush();
        });
        int exit = deployment.run(program, steps);
        String log = "; its log is " + deployment.log();
        if (exit != 0 && stop.isAsked()) {
            throw CommandFailure.failed("stopped before it was done" + log);
        }
        return told(exit, docker, log);
    }

    /** The stack that these options name. */
    final DeploySettings deployment() {
        Path here = Path.of(FOLDER, FILE);
        Path spare = spare(settings).resolve(FILE);
        Path file = !compose.isEmpty() ? Path.of(compose) : Files.exists(here) || !Files.exists(spare) ? here : spare;
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailure.configuration("the compose file " + file.toAbsolutePath()
                    + " is not there; `tracemend lightweight-init` writes it, --compose names another");
        }
        return deployment(settings, file.toAbsolutePath().normalize(), broker());
    }

    final DockerPrograms docker() {
        return new DockerPrograms(settings.environment());
    }

    /** Docker's compose; where there is none the commands are printed, to be run where there is one. */
    final ComposeProgram compose(DockerPrograms docker, DeploySettings deployed, List<List<String>> steps) {
        return docker.compose().orElseThrow(() -> {
            steps.forEach(step -> out().println(docker.plugin().command(deployed.file(), step)));
            return CommandFailure.configuration(
                    docker.missing() + "; where it is, run what is printed on standard output");
        });
    }

    /** Docker's own exit code, but for an engine that is not there. */
    final int told(int exit, DockerPrograms docker, String log) {
        if (exit != 0 && !docker.engineAnswers()) {
            throw CommandFailure.unreachable("no Docker engine answers; start it, or name it in DOCKER_HOST" + log);
        }
        if (exit != 0) {
            err().println("tracemend: Docker ended with " + exit + log);
        }
        return exit;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The port that the stack publishes; its address for containers is of no use here. */
    private String broker() {
        SettingsConfig.Origin set = settings.value(Setting.BOOTSTRAP);
        boolean flag = !bootstrap.equals(set.value());
        boolean inside = bootstrap.startsWith("kafka:");
        return flag || !inside && !set.from().equals("default")
                ? bootstrap
                : "localhost:" + settings.value(Setting.KAFKA_PORT).value();
    }
}
