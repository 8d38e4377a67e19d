package dev.tracemend.cli.stack.lightweight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Docker's compose, whichever is there: the plugin of the docker command, or docker-compose. */
public final class ComposeProgram {
    /** The project's name, so the containers' too: {@code lightweight-kafka-1}. */
    static final String PROJECT = "lightweight";

    private static final int LONGEST_LINE = 4_000;
    private static final List<String> PLUGIN = List.of("docker", "compose");
    private static final List<String> STANDALONE = List.of("docker-compose");

    private final List<String> words;
    private final AtomicReference<Optional<Process>> running = new AtomicReference<>(Optional.empty());

    private ComposeProgram(List<String> words) {
        this.words = words;
    }

    /** The one that this machine has. */
    public static Optional<ComposeProgram> find() {
        return Stream.of(PLUGIN, STANDALONE)
                .filter(words -> quiet(
                        Stream.concat(words.stream(), Stream.of("version")).toList()))
                .findFirst()
                .map(ComposeProgram::new);
    }

    /** What is missing on a machine without either. */
    public static String missing() {
        return quiet(List.of("docker", "--version"))
                ? "docker is there, but neither its compose plugin nor docker-compose; install one of them"
                : "docker is not installed (https://docs.docker.com/get-docker; Debian: apt install docker.io"
                        + " docker-compose)";
    }

    /** Commands to type, as this machine would run them; with the plugin where it has neither. */
    public static List<String> commands(Path file, List<List<String>> steps) {
        List<String> words = find().map(found -> found.words).orElse(PLUGIN);
        return steps.stream()
                .map(step -> over(words, file, step).stream()
                        .map(ComposeProgram::quoted)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Whether an engine answers; true where there is no docker command to ask it. */
    public static boolean engineAnswers() {
        return !quiet(List.of("docker", "--version")) || quiet(List.of("docker", "version"));
    }

    /** {@code name@id} of an image; empty where it is not there or cannot be asked for. */
    public static String image(String name) {
        AtomicReference<String> id = new AtomicReference<>("");
        int exit = run(
                List.of("docker", "image", "inspect", "--format", "{{.Id}}", name), id::set, new AtomicReference<>());
        return exit == 0 && id.get().startsWith("sha256:") ? name + "@" + id.get() : "";
    }

    /** Runs one step over a compose file; each line of output is handed on as it comes. Returns its exit code. */
    public int run(Path file, List<String> step, Consumer<String> lines) {
        return run(over(words, file, step), lines, running);
    }

    /** Asks what runs now to end. */
    public void stop() {
        running.get().ifPresent(Process::destroy);
    }

    private static List<String> over(List<String> words, Path file, List<String> step) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("-f", file.toString(), "-p", PROJECT));
        all.addAll(step);
        return all;
    }

    private static boolean quiet(List<String> command) {
        return run(command, line -> {}, new AtomicReference<>()) == 0;
    }

    /** 127, as a shell has it, where the program is not there. */
    private static int run(List<String> command, Consumer<String> lines, AtomicReference<Optional<Process>> running) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return 127;
        }
        running.set(Optional.of(process));
        try (Reader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().close();
            read(out, lines);
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 130;
        } finally {
            running.set(Optional.empty());
        }
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

    /** As a shell must be told it. */
    public static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
