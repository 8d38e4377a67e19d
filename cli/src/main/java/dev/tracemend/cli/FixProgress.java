package dev.tracemend.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the work on a fix tells while it goes on: a line a step on standard error, with the time since the start. */
final class FixProgress implements Consumer<String> {
    private static final Pattern COUNT = Pattern.compile("(\\d+) judged, (.*)");

    private final PrintWriter err;
    private final long start = System.nanoTime();
    private long judging;

    FixProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(String line) {
        long now = System.nanoTime();
        if (line.endsWith(" candidates") || line.endsWith(" candidates of the rules")) {
            judging = now;
        }
        Matcher count = COUNT.matcher(line);
        String told = line;
        if (count.matches() && judging != 0) {
            double seconds = Math.max(0.001, (now - judging) / 1e9);
            told = String.format(
                    Locale.ROOT,
                    "%s judged (%.0f per second), %s",
                    count.group(1),
                    Integer.parseInt(count.group(1)) / seconds,
                    count.group(2));
        }
        err.printf(Locale.ROOT, "%5.1f s  %s%n", (now - start) / 1e9, told);
        err.flush();
    }
}
