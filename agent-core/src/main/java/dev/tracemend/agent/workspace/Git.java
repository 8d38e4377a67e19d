package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The git command in one folder, set so that nothing the repository brings with it is run: no hooks, no file system
 * monitor, no content filters, no external diff, no pager, no prompt.
 */
final class Git {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LC_ALL", "C",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_PAGER", "cat",
            "GIT_EDITOR", "true");

    private final Path directory;
    private final Command command;
    private final List<String> filtersOff;

    Git(Path directory) {
        this(directory, Map.of(), Duration.ofSeconds(60));
    }

    /** With further variables, which may hold secrets: they are in no argument and no message. */
    Git(Path directory, Map<String, String> further, Duration limit) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(further);
        this.directory = directory;
        this.command = new Command(directory, environment, limit);
        this.filtersOff = filtersOff();
    }

    /** Runs git and gives what it printed; a failure becomes an exception that names the folder. */
    String text(String... words) throws CheckoutException {
        Ended ended = run(words);
        if (!ended.ok()) {
            throw new CheckoutException("git " + words[0] + " failed in " + directory + ": "
                    + ended.error().strip());
        }
        return ended.out();
    }

    Ended run(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.quotePath=false",
                "-c",
                "gc.auto=0"));
        all.addAll(filtersOff);
        all.addAll(List.of(words));
        return command.run(all);
    }

    /** A filter's empty command is a pass-through; names cannot be guessed, so git is asked for those that are set. */
    private List<String> filtersOff() {
        Ended ended = command.run(List.of("git", "config", "--name-only", "--get-regexp", "^filter\\."));
        Set<String> drivers = new LinkedHashSet<>();
        for (String key : ended.out().split("\n", -1)) {
            int dot = key.lastIndexOf('.');
            if (dot > "filter.".length()) {
                drivers.add(key.substring(0, dot));
            }
        }
        List<String> off = new ArrayList<>();
        for (String driver : drivers) {
            for (String setting : List.of(".smudge=", ".clean=", ".process=", ".required=false")) {
                off.add("-c");
                off.add(driver + setting);
            }
        }
        return List.copyOf(off);
    }
}
