package dev.tracemend.cli.stack;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Tells a person what happens, a line a step, each with the seconds since the process started. */
public final class Timeline {
    private final PrintWriter out;
    private final long start = ManagementFactory.getRuntimeMXBean().getStartTime();

    /** Lines go to {@code out}, which is flushed after each. */
    public Timeline(PrintWriter out) {
        this.out = out;
    }

    /** One step: what it is about, and what was reached. */
    public synchronized void step(String what, String text) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %-9s %s", seconds(), what, text));
        out.flush();
    }

    /** Seconds since the process started. */
    public double seconds() {
        return (System.currentTimeMillis() - start) / 1000.0;
    }
}
