package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.DeployLog;
import dev.tracemend.contracts.DeployStatus;
import dev.tracemend.logs.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One command's run over a compose file: its steps one after the other until one fails, each recorded when it begins and
 * when it has ended. A status is written after the fact, so nobody reads {@code up} of a stack that did not start.
 */
public final class Deployment {
    private final DeploySettings settings;
    private final DockerPrograms docker;
    private final Consumer<String> terminal;
    private final Redactor redactor = new Redactor();
    private final String runId = DeployTime.runId();
    private final DeployJournal journal;
    private DeployStatus status;

    /** Opens the journal beside the compose file, or in the spare folder; {@code terminal} is shown each line. */
    public Deployment(DeploySettings settings, DockerPrograms docker, Consumer<String> terminal) {
        this.settings = settings;
        this.docker = docker;
        this.terminal = terminal;
        this.journal = DeployJournal.open(settings.journals(), runId);
        this.status = journal.latest().map(DeployEvent::status).orElse(DeployStatus.PENDING);
    }

    /** The log of this run. */
    public Path log() {
        return journal.log();
    }

    /** The latest step, of this run or of one before. */
    public Optional<DeployEvent> latest() {
        return journal.latest();
    }

    /** Whether the compose file has changed since the latest step. */
    public boolean isOutdated() {
        return latest().filter(step -> !step.composeHash().equals(hash())).isPresent();
    }

    /** The files of the stack are written, and nothing runs that could be older than they. */
    public void prepared() {
        say("init", "info", "wrote " + settings.file());
        if (status.leadsTo(DeployStatus.PENDING)) {
            record("succeeded", "init", DeployStatus.PENDING, 0);
        }
    }

    /** Takes the steps; the exit code of the first that fails, else 0. */
    public int run(ComposeProgram compose, List<DeployStep> steps) {
        for (DeployStep step : steps) {
            record("started", step.phase(), step.during().orElse(status), 0);
            int exit = compose.run(settings.file(), step.words(), line -> say(step.phase(), "info", line));
            if (exit != 0) {
                say(step.phase(), "error", "compose " + String.join(" ", step.words()) + " ended with " + exit);
            }
            record(
                    exit == 0 ? "succeeded" : "failed",
                    step.phase(),
                    exit == 0 ? step.after() : DeployStatus.ERROR,
                    exit);
            if (exit != 0) {
                return exit;
            }
        }
        return 0;
    }

    /** Lists the containers; nothing changes, and no step is recorded. */
    public int list(ComposeProgram compose) {
        return compose.run(settings.file(), List.of("ps"), line -> say("status", "info", line));
    }

    private void say(String phase, String level, String message) {
        String masked = redactor.redact(message).text();
        terminal.accept(masked);
        journal.write(new DeployLog(1, runId, DeployTime.now(), phase, level, masked));
    }

    private void record(String event, String phase, DeployStatus next, int exit) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException("a deployment that is " + status + " cannot become " + next);
        }
        status = next;
        String image = docker.image(settings.image());
        journal.write(new DeployEvent(1, runId, event, phase, next, exit, hash(), image, DeployTime.now()));
        journal.send(settings.bootstrap());
    }

    private String hash() {
        try {
            return GeneratedFile.sha256(Files.readString(settings.file()));
        } catch (IOException e) {
            throw CommandFailure.configuration(settings.file() + " cannot be read (" + e + ")");
        }
    }
}
