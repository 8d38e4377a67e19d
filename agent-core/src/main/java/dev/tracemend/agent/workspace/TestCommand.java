package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The user's own test command, run by {@code sh} in a worktree: an allow-listed environment, no input, a time limit. It
 * is the user's word, never the log's or a model's.
 */
public final class TestCommand {
    private static final int KEPT = 2_000;
    /** Colours and the like, which a terminal would take for orders and a page shows as rubbish. */
    private static final Pattern CONTROL = Pattern.compile("\\x1B\\[[0-9;?]*[ -/]*[@-~]");

    private final String line;
    private final Duration limit;
    private final List<String> prefix;

    /** The command line as the user gave it, and the longest one run may take; it runs with the user's rights. */
    public TestCommand(String line, Duration limit) {
        this(line, limit, List.of());
    }

    /** The same, started with the words of a sandbox. */
    public TestCommand(String line, Duration limit, List<String> prefix) {
        this.line = line;
        this.limit = limit;
        this.prefix = List.copyOf(prefix);
    }

    /** How a run ended; {@code tail} is the end of what it printed. */
    public record Run(boolean green, String tail, Duration took) {}

    /** Runs it to its end, or to its limit. */
    public Run in(Path folder) {
        long start = System.nanoTime();
        List<String> words = new ArrayList<>(prefix);
        // A sandbox begins at its own root.
        words.addAll(List.of("sh", "-c", "cd \"$1\" && eval \"$2\"", "sh", folder.toString(), line));
        Ended ended = new Command(folder, Map.of(), limit).run(words);
        String said = CONTROL.matcher(ended.out() + "\n" + ended.error())
                .replaceAll("")
                .strip();
        String tail = said.length() <= KEPT ? said : said.substring(said.length() - KEPT);
        return new Run(ended.ok(), tail, Duration.ofNanos(System.nanoTime() - start));
    }
}
