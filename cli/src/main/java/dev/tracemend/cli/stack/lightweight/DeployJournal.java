package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import dev.tracemend.cli.Kafka;
import dev.tracemend.contracts.DeployEvent;
import dev.tracemend.contracts.DeployLog;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What deployments did, in one folder: a readable log for each command, the latest step, and what the topics still lack.
 * The broker is part of the stack, so that most of this happens while there is none: it is sent as soon as there is one.
 */
public final class DeployJournal {
    private static final Logger LOG = LoggerFactory.getLogger(DeployJournal.class);
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^,\\]]+)]?:(\\d{1,5})(?=,|$)");
    private static final int CONNECT_MS = 500;
    private static final String KEY = "lightweight";
    private static final int MOST_UNSENT = 10_000;

    private final Path folder;
    private final Path log;

    private DeployJournal(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /** A journal in the first of the folders that can be written to; a failure of the command where none can. */
    static DeployJournal open(List<Path> folders, String runId) {
        List<String> why = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Path log = Files.createDirectories(folder).resolve("lightweight_" + runId.split("-", 2)[0] + ".log");
                Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return new DeployJournal(folder, log);
            } catch (IOException e) {
                why.add(folder + " (" + e + ")");
            }
        }
        throw CommandFailure.configuration("no deployment log can be written to " + String.join(", nor to ", why)
                + "; allow one of them, or name another data folder in XDG_DATA_HOME");
    }

    /** Where the command's own log is. */
    Path log() {
        return log;
    }

    /** The latest step that was recorded here. */
    Optional<DeployEvent> latest() {
        try {
            return Optional.of(Wire.deployEvent(Files.readAllBytes(folder.resolve("state.json"))));
        } catch (IOException | MalformedRecordException e) {
            return Optional.empty();
        }
    }

    void write(DeployLog line) {
        append(log, DeployTime.readable(line.ts(), line.phase() + " " + line.level() + ": " + line.message()));
        append(unsent(Topics.DEPLOY_LOGS), text(Wire.write(line)));
    }

    void write(DeployEvent event) {
        try {
            Path draft = Files.write(folder.resolve("state.json.new"), Wire.write(event));
            Files.move(
                    draft,
                    folder.resolve("state.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the deployment's state cannot be written to " + folder, e);
        }
        append(unsent(Topics.DEPLOY_EVENTS), text(Wire.write(event)));
    }

    /** Sends what the topics lack, the oldest first, where the broker answers; else it is kept for the next time. */
    void send(String bootstrap) {
        if (!listens(bootstrap)) {
            return;
        }
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.ensure(Topics.deployment(), Set.of(Topics.DEPLOY_LOGS, Topics.DEPLOY_EVENTS));
            for (String topic : List.of(Topics.DEPLOY_LOGS, Topics.DEPLOY_EVENTS)) {
                Path unsent = unsent(topic);
                if (Files.exists(unsent)) {
                    List<String> lines = Files.readAllLines(unsent);
                    kafka.publish(
                            topic,
                            KEY,
                            lines.subList(Math.max(0, lines.size() - MOST_UNSENT), lines.size()).stream()
                                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                                    .toList());
                    Files.delete(unsent);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was deployed cannot be read from " + folder, e);
        } catch (CommandFailure e) {
            LOG.warn("The deployment's records stay in {}: {}", folder, e.getMessage());
        }
    }

    /** Asked first, since a client of Kafka's takes seconds to say that nobody is there. */
    private static boolean listens(String bootstrap) {
        Matcher address = ADDRESS.matcher(bootstrap);
        if (!address.lookingAt()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))), CONNECT_MS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private Path unsent(String topic) {
        return folder.resolve("unsent-" + topic + ".jsonl");
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
