package dev.tracemend.cli.stack.lightweight;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Times of deployments as names and in log lines, in the machine's zone. */
final class DeployTime {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
    private static final DateTimeFormatter LINE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private DeployTime() {}

    /** Seconds since the epoch. */
    static double now() {
        return Instant.now().toEpochMilli() / 1000.0;
    }

    /** {@code 20261121_100000-5f3a}: names a command's run, and sorts by time. */
    static String runId() {
        return NAME.format(Instant.now().atZone(ZoneId.systemDefault()))
                + String.format(
                        Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(0x10000));
    }

    /** {@code [2026-11-21 10:00:00] text}. */
    static String readable(double ts, String text) {
        return "[" + LINE.format(Instant.ofEpochMilli((long) (ts * 1000)).atZone(ZoneId.systemDefault())) + "] " + text;
    }
}
