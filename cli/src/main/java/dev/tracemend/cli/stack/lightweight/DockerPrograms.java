package dev.tracemend.cli.stack.lightweight;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Docker's programs as one environment finds them: they are looked for on its PATH, and run with all of it. */
public final class DockerPrograms {
    /** What a shell ends with where a program is not there. */
    static final int NOT_THERE = 127;

    private static final int LONGEST_LINE = 4_000;

    private final Map<String, String> environment;
    private final AtomicReference<Optional<Process>> running = new AtomicReference<>(Optional.empty());

    /** {@code environment}: of this process, or of a test. */
    public DockerPrograms(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Docker's compose, whichever is there: the plugin of the docker command, or docker-compose. */
    public Optional<ComposeProgram> compose() {
        if (quiet(List.of("docker", "compose", "version"))) {
            return Optional.of(plugin());
        }
        return quiet(List.of("docker-compose", "version"))
                ? Optional.of(new ComposeProgram(this, ComposeProgram.STANDALONE))
                : Optional.empty();
    }

    /** The plugin, there or not: for commands that are shown. */
    public ComposeProgram plugin() {
        return new ComposeProgram(this, ComposeProgram.PLUGIN);
    }

    /** The project's name, so the containers are called {@code lightweight-kafka-1}. */
    String project() {
        String named = environment.getOrDefault("COMPOSE_PROJECT_NAME", "");
        return named.isEmpty() ? "lightweight" : named;
    }

    /** What to do on a machine without compose. */
    public String missing() {
        return find("docker").isPresent()
                ? "docker is there, but neither its compose plugin nor docker-compose; install one of them"
                : "docker is not installed (https://docs.docker.com/get-docker; Debian: apt install docker.io"
                        + " docker-compose)";
    }

    /** Whether an engine answers; true where there is no docker command to ask it. */
    public boolean engineAnswers() {
        return find("docker").isEmpty() || quiet(List.of("docker", "version"));
    }

    /** {@code name@id} of an image; empty where it is not there or cannot be asked for. */
    String image(String name) {
        AtomicReference<String> id = new AtomicReference<>("");
        int exit = run(List.of("docker", "image", "inspect", "--format", "{{.Id}}", name), id::set);
        return exit == 0 && id.get().startsWith("sha256:") ? name + "@" + id.get() : "";
    }

    /** Runs a program; each line of its output is handed on as it comes. Returns its exit code. */
    int run(List<String> command, Consumer<String> lines) {
        Optional<Path> program = find(command.get(0));
        if (program.isEmpty()) {
            return NOT_THERE;
        }
        List<String> words = new ArrayList<>(command);
        words.set(0, program.get().toString());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            running.set(Optional.of(process));
            process.getOutputStream().close();
            try (Reader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                read(out, lines);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(program.get() + " cannot be run", e);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            return 130;
        } finally {
            running.set(Optional.empty());
        }
    }

    /** Asks what runs now to end. */
    public void stop() {
        running.get().ifPresent(Process::destroy);
    }

    private boolean quiet(List<String> command) {
        return run(command, line -> {}) == 0;
    }

    private Optional<Path> find(String program) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Line by line, progress that overwrites itself too; what a line has beyond its bound is left out. */
    private static void read(Reader out, Consumer<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            if (c == '\n' || c == '\r') {
                hand(line, lines);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        hand(line, lines);
    }

    private static void hand(StringBuilder line, Consumer<String> lines) {
        String text = line.toString()
                .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                .replaceAll("\\p{Cntrl}", " ")
                .stripTrailing();
        if (!text.isEmpty()) {
            lines.accept(text);
        }
        line.setLength(0);
    }
}
