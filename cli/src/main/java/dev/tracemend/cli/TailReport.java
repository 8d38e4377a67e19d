package dev.tracemend.cli;

import dev.tracemend.tailer.metrics.TailerFigures;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What a person at a terminal sees of a running tailer: one line that is rewritten, where standard error is a terminal;
 * and on any, one line when something goes wrong, again each minute while it does, and when it is right again.
 */
final class TailReport {
    private static final double AGAIN_SECONDS = 60;

    private final PrintWriter out;
    private final String bootstrap;
    private final boolean terminal;
    private long lastLines;
    private long lastBytes;
    private double lastSeconds;
    private double silenceTold;
    private boolean checkpointTold;
    private boolean drawn;

    TailReport(PrintWriter out, String bootstrap, boolean terminal) {
        this.out = out;
        this.bootstrap = bootstrap;
        this.terminal = terminal;
    }

    /** About once a second. */
    void look(TailerFigures f) {
        silence(f);
        checkpoint(f);
        if (terminal) {
            draw(f);
        }
        out.flush();
    }

    private void silence(TailerFigures f) {
        double silent = f.brokerSilentSeconds();
        if (silent == 0 && silenceTold > 0) {
            say("the broker at " + bootstrap + " takes lines again");
            silenceTold = 0;
        } else if (silent > 0 && (silenceTold == 0 || silent - silenceTold >= AGAIN_SECONDS)) {
            say(text(
                    "the broker at %s has taken nothing for %.0f s; waiting for it, %s behind; nothing is dropped",
                    bootstrap, silent, size(f.lagBytes())));
            silenceTold = silent;
        }
    }

    private void checkpoint(TailerFigures f) {
        boolean bad = !f.checkpointProblem().isEmpty();
        if (bad && !checkpointTold) {
            say(f.checkpointProblem());
        } else if (!bad && checkpointTold) {
            say("positions can be saved again");
        }
        checkpointTold = bad;
    }

    private void draw(TailerFigures f) {
        double time = Math.max(0.001, f.seconds() - lastSeconds);
        out.print(text(
                "\r\033[K%d files  %.0f lines/s  %.1f MB/s  %s and %.1f s behind",
                f.filesOpen(),
                (f.lines() - lastLines) / time,
                (f.bytes() - lastBytes) / time / 1e6,
                size(f.lagBytes()),
                f.lagSeconds()));
        lastLines = f.lines();
        lastBytes = f.bytes();
        lastSeconds = f.seconds();
        drawn = true;
    }

    /** A line of its own, above the one that is rewritten. */
    void say(String message) {
        clear();
        out.println("tracemend: " + message);
        out.flush();
    }

    /** The last words. */
    void summary(TailSummary s) {
        clear();
        long secrets =
                s.redactions().values().stream().mapToLong(Long::longValue).sum();
        out.println(text(
                "%d lines in %d records published in %.1f s; %d secrets masked, %d lines cut, %d flagged",
                s.lines(), s.records(), s.seconds(), secrets, s.cut(), s.flagged()));
        if (s.lagBytes() > s.lostBytes()) {
            out.println(
                    size(s.lagBytes() - s.lostBytes()) + " in the files not delivered; they come at the next start");
        }
        if (s.lostBytes() > 0) {
            out.println(size(s.lostBytes())
                    + " LOST: their files were deleted before they were delivered, or they came on standard input");
        }
        out.flush();
    }

    private void clear() {
        if (drawn) {
            out.print("\r\033[K");
            drawn = false;
        }
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : text("%.1f MB", bytes / 1e6);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
