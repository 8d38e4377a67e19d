package dev.tracemend.streams.spark;

import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The arguments of {@link SparkWindowJob}.
 *
 * @param bootstrap Kafka's address
 * @param checkpoint folder of this job alone: a local one, or any that Hadoop can write on a cluster
 * @param triggerMs least time between two batches, in milliseconds
 * @param maxOffsets most records in one batch, so that a backlog is worked off in bites
 * @param idleMs a raw partition to which nothing was written for this long gets a tick
 * @param rules of the windows
 */
record SparkArguments(
        String bootstrap, String checkpoint, long triggerMs, long maxOffsets, long idleMs, WindowRules rules) {
    private static final String USAGE =
            "usage: SparkWindowJob --bootstrap HOST:PORT --checkpoint DIR [--trigger-ms 200]"
                    + " [--max-offsets 200000] [--idle-ms 5000] [--window-ms 2000] [--max-window-ms 30000]"
                    + " [--watermark-ms 600000] [--max-lines 20] [--emit closed|first] [--grouping FILE]";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "--bootstrap",
            "--checkpoint",
            "--trigger-ms",
            "--max-offsets",
            "--idle-ms",
            "--window-ms",
            "--max-window-ms",
            "--watermark-ms",
            "--max-lines",
            "--emit",
            "--grouping"));

    /** Reads {@code --name value} pairs; what is wrong is an IllegalArgumentException that tells the usage. */
    static SparkArguments of(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new IllegalArgumentException("unknown argument " + args[i] + "; " + USAGE);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value; " + USAGE);
            }
            given.put(args[i], args[i + 1]);
        }
        return new SparkArguments(
                required(given, "--bootstrap"),
                required(given, "--checkpoint"),
                number(given, "--trigger-ms", 200),
                number(given, "--max-offsets", 200_000),
                number(given, "--idle-ms", 5_000),
                rules(given));
    }

    private static WindowRules rules(Map<String, String> given) {
        WindowRules d = WindowRules.DEFAULT;
        String emit = given.getOrDefault("--emit", d.emit().name());
        if (Stream.of(WindowRules.Emit.values()).noneMatch(each -> each.name().equals(emit))) {
            throw new IllegalArgumentException("--emit is \"" + emit + "\", not closed or first; " + USAGE);
        }
        return new WindowRules(
                Duration.ofMillis(number(given, "--window-ms", d.quiet().toMillis())),
                Duration.ofMillis(number(given, "--max-window-ms", d.max().toMillis())),
                (int) number(given, "--max-lines", d.linesBefore(), 0),
                d.linesAfter(),
                Duration.ofMillis(number(given, "--watermark-ms", d.lateness().toMillis(), 0)),
                WindowRules.Emit.valueOf(emit),
                grouping(given.getOrDefault("--grouping", "")));
    }

    /** Read by the driver, which hands the lines to the executors. */
    private static List<String> grouping(String file) {
        try {
            return file.isEmpty() ? List.of() : Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("--grouping " + file + " cannot be read; name a file of rules", e);
        }
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; " + USAGE);
        }
        return value;
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        return number(given, name, otherwise, 1);
    }

    private static long number(Map<String, String> given, String name, long otherwise, long least) {
        String value = given.getOrDefault(name, Long.toString(otherwise));
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is too small is
        }
        throw new IllegalArgumentException(
                name + " is \"" + value + "\", not a number of at least " + least + "; " + USAGE);
    }
}
