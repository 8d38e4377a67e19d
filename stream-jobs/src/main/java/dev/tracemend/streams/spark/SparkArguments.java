package dev.tracemend.streams.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arguments of {@link SparkWindowJob}.
 *
 * @param bootstrap Kafka's address
 * @param checkpoint folder of this job alone: a local one, or any that Hadoop can write on a cluster
 * @param triggerMs least time between two batches, in milliseconds
 * @param maxOffsets most records in one batch, so that a backlog is worked off in bites
 */
record SparkArguments(String bootstrap, String checkpoint, long triggerMs, long maxOffsets) {
    private static final String USAGE =
            "usage: SparkWindowJob --bootstrap HOST:PORT --checkpoint DIR [--trigger-ms 200] [--max-offsets 20000]";
    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of("--bootstrap", "--checkpoint", "--trigger-ms", "--max-offsets"));

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
                number(given, "--max-offsets", 20_000));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing; " + USAGE);
        }
        return value;
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        String value = given.getOrDefault(name, Long.toString(otherwise));
        try {
            long number = Long.parseLong(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is too small is
        }
        throw new IllegalArgumentException(name + " is \"" + value + "\", not a number above zero; " + USAGE);
    }
}
