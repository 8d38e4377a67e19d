package dev.tracemend.cli.stack.lightweight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Docker's compose over our project. */
public final class ComposeProgram {
    /** The plugin of the docker command, version 2. */
    static final List<String> PLUGIN = List.of("docker", "compose");
    /** The program of its own, version 1. */
    static final List<String> STANDALONE = List.of("docker-compose");

    private final DockerPrograms programs;
    private final List<String> words;

    ComposeProgram(DockerPrograms programs, List<String> words) {
        this.programs = programs;
        this.words = words;
    }

    /** The command to type for one step. */
    public String command(Path file, List<String> step) {
        return over(file, step).stream().map(ComposeProgram::quoted).collect(Collectors.joining(" "));
    }

    /** Runs one step over a compose file; each line of output is handed on as it comes. Returns its exit code. */
    int run(Path file, List<String> step, Consumer<String> lines) {
        return programs.run(over(file, step), lines);
    }

    private List<String> over(Path file, List<String> step) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("-f", file.toString(), "-p", programs.project()));
        all.addAll(step);
        return all;
    }

    /** As a shell must be told it. */
    public static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
