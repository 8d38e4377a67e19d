package dev.tracemend.cli;

import dev.tracemend.streams.contexts.FileContexts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How far the reading of files came, on one line of a terminal; silent elsewhere. */
final class ReadingProgress implements FileContexts.Progress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final double MEGABYTE = 1 << 20;

    private final PrintWriter err;
    private final boolean shown;
    private final long all;
    private String name = "";
    private long before;
    private long latest;
    private long shownAt;

    private ReadingProgress(PrintWriter err, boolean shown, long all) {
        this.err = err;
        this.shown = shown;
        this.all = all;
    }

    /** Progress over these files; shown where a person is at the terminal. */
    static ReadingProgress of(PrintWriter err, List<String> files) {
        long all = 0;
        for (String file : files) {
            try {
                all += file.equals("-") ? 0 : Files.size(Path.of(file));
            } catch (java.io.IOException e) {
                // The reading itself will say it.
                all += 0;
            }
        }
        return new ReadingProgress(err, System.console() != null, all);
    }

    /** The next file begins. */
    void file(String file) {
        name = file;
        before += latest;
        latest = 0;
    }

    @Override
    public void at(long bytes, long contexts) {
        latest = bytes;
        long now = System.nanoTime();
        if (shown && now - shownAt > EVERY_NANOS) {
            shownAt = now;
            String of = all > 0 ? String.format(Locale.ROOT, " of %.0f", all / MEGABYTE) : "";
            err.printf(
                    Locale.ROOT,
                    "\r  %.0f%s MB, %d contexts  %s\u001b[K",
                    (before + bytes) / MEGABYTE,
                    of,
                    contexts,
                    name);
            err.flush();
        }
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
