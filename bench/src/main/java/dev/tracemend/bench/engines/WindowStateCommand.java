package dev.tracemend.bench.engines;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowPipeline;
import dev.tracemend.streams.window.WindowRules;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * State and heap of the windows while distinct junk goes through them, at a tenth of the lines and at their end: errors
 * with a cause of their own every tenth line, from sources that come and go. Exit 1 when memory has grown.
 */
@Command(
        name = "window-state",
        mixinStandardHelpOptions = true,
        description = "Memory of the windows under millions of lines with distinct causes.")
public final class WindowStateCommand implements Callable<Integer> {
    private static final double MOST_GROWTH = 1.15;
    /** Bytes that a collected heap varies by, depending on what was decoded when. */
    private static final long NOISE = 16_000_000;

    @Option(names = "--lines", description = "lines in all (default: ${DEFAULT-VALUE})")
    private long lines = 10_000_000;

    @Option(names = "--distinct", description = "distinct messages among them (default: ${DEFAULT-VALUE})")
    private long distinct = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        StageTally tally = new StageTally();
        WindowPipeline pipeline = new WindowPipeline(WindowRules.DEFAULT, tally, context -> {}, letter -> {});
        long early = 0;
        long earlyHeap = 0;
        out().println("     lines   contexts   state KB   heap MB");
        for (long i = 0; i < lines; i++) {
            pipeline.take(record(i));
            if (i % 10_000 == 9_999) {
                pipeline.save();
            }
            if ((i + 1) % (lines / 10) == 0) {
                pipeline.save();
                long heap = heap();
                out().printf(
                                Locale.ROOT,
                                "%,10d %,10d %,10d %,9.1f%n",
                                i + 1,
                                tally.contexts(),
                                pipeline.stateBytes() / 1024,
                                heap / 1e6);
                out().flush();
                early = early == 0 ? pipeline.stateBytes() : early;
                earlyHeap = earlyHeap == 0 ? heap : earlyHeap;
            }
        }
        long mostHeap = Math.max((long) (earlyHeap * MOST_GROWTH), earlyHeap + NOISE);
        boolean flat = pipeline.stateBytes() <= early * MOST_GROWTH && heap() <= mostHeap;
        out().println(flat ? "memory is flat" : "memory is GROWING");
        return flat ? 0 : 1;
    }

    private RawRecord record(long i) {
        long every = Math.max(1, lines / distinct);
        boolean error = i % every == 0;
        String text = error
                ? "2026-11-21 10:00:00.123 ERROR [main] com.acme.Junk - " + junk(i / every)
                : "2026-11-21 10:00:00.123 INFO  [main] com.acme.Junk - step " + i;
        String source = "pod-" + i / 100 + "-" + i % 7 + ".log";
        double ts = 1_795_000_000 + i * 0.001;
        LogLine line = new LogLine(
                1, "junk:1-" + source + ":0:" + i, LogLine.Kind.LINE, text, ts, source, "junk", "h", i, false, 0);
        return new RawRecord(Topics.raw("junk"), 0, i, source.getBytes(StandardCharsets.UTF_8), Wire.write(line), (long)
                (ts * 1000));
    }

    /** Two messages share no word, else they would be one cause. */
    private static String junk(long number) {
        return "junk" + word(number) + " of" + word(number) + " is" + word(number) + " broken" + word(number);
    }

    /** A word of letters alone, another for each number. */
    private static String word(long number) {
        StringBuilder letters = new StringBuilder();
        for (long rest = number; letters.length() < 6; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
