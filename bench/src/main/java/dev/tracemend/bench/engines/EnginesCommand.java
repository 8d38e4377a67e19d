package dev.tracemend.bench.engines;

import dev.tracemend.bench.ship.BrokerHost;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Speed, latency and memory of each engine beside a plain consumer that keeps no state, in one run. */
@Command(
        name = "engines",
        mixinStandardHelpOptions = true,
        description =
                "Records per CPU-second, latency and memory of the windows on each engine, and of a plain consumer.")
public final class EnginesCommand implements Callable<Integer> {
    private static final String MARK = "com.acme.Mark";

    @Option(names = "--lines", description = "lines to catch up with (default: ${DEFAULT-VALUE})")
    private long lines = 2_000_000;

    @Option(names = "--warm-up", description = "lines before those, not counted (default: ${DEFAULT-VALUE})")
    private long warmUp = 500_000;

    @Option(names = "--errors", description = "share of lines that are errors (default: ${DEFAULT-VALUE})")
    private double errors = 0.005;

    @Option(names = "--rates", split = ",", description = "lines per second at steady state (default: 100,5000)")
    private List<Integer> rates = List.of(100, 5_000);

    @Option(names = "--seconds", description = "of steady state at each rate (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--engines", split = ",", description = "default: plain,kstreams,spark")
    private List<EngineKind> engines = List.of(EngineKind.plain, EngineKind.kstreams, EngineKind.spark);

    @Option(names = "--patience", description = "seconds without a context that end a run (default: ${DEFAULT-VALUE})")
    private int patience = 120;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private int marks;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tracemend-engines");
        try {
            out().printf("%,d lines, %.1f %% errors, %d processors%n", lines, errors * 100, processors());
            for (EngineKind kind : engines) {
                measure(kind, folder.resolve(kind.name()));
            }
        } finally {
            EqualityCommand.delete(folder);
        }
        return 0;
    }

    /** Each has a broker of its own: the engines read every raw topic that there is, also those of the ones before. */
    private void measure(EngineKind kind, Path folder) throws Exception {
        String name = "engines-" + kind;
        String contexts = kind == EngineKind.plain ? "plain." + name : Topics.ctx(name);
        try (BrokerHost broker = BrokerHost.start(folder.resolve("broker"));
                BenchTopic topic = new BenchTopic(broker.bootstrap(), name, contexts);
                EngineUnderTest engine = EngineUnderTest.start(kind, broker.bootstrap(), name, folder.resolve(name))) {
            catchUp(kind, engine, topic);
            for (int rate : kind == EngineKind.plain ? List.<Integer>of() : rates) {
                steady(kind, engine, topic, rate);
            }
        }
    }

    private void catchUp(EngineKind kind, EngineUnderTest engine, BenchTopic topic) {
        MixedLines mixed = new MixedLines(1, errors, topic::send);
        mixed.write(warmUp);
        awaitMark(engine, topic);
        long cpu = engine.cpuNanos();
        long start = System.nanoTime();
        mixed.write(lines);
        awaitMark(engine, topic);
        double cpuSeconds = (engine.cpuNanos() - cpu) / 1e9;
        out().printf(
                        Locale.ROOT,
                        "%-9s catching up: %,9.0f records per CPU-second, %,9.0f per second, %d MB resident, load"
                                + " %.1f%n",
                        kind,
                        lines / cpuSeconds,
                        lines / ((System.nanoTime() - start) / 1e9),
                        engine.residentMegabytes(),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
        out().flush();
    }

    /** Writes an error of a cause of its own and what closes it, and waits until it has come out. */
    private void awaitMark(EngineUnderTest engine, BenchTopic topic) {
        int mark = marks++;
        double ts = 1_793_000_000 + mark * 100.0;
        topic.send(error("mark.log", mark, ts));
        topic.send(new LogLine(1, "", LogLine.Kind.TICK, "", ts + 50, "mark.log", "", "", 0, false, 0));
        topic.flush();
        byte[] wanted = place(mark).getBytes(StandardCharsets.UTF_8);
        long last = System.nanoTime();
        while (true) {
            List<byte[]> values = topic.poll();
            if (values.stream().anyMatch(value -> indexOf(value, wanted))) {
                return;
            }
            // A backlog of any size may take its time, as long as it is worked on.
            last = values.isEmpty() ? last : System.nanoTime();
            engine.requireRunning();
            if (System.nanoTime() - last > TimeUnit.SECONDS.toNanos(patience)) {
                throw new IllegalStateException("mark " + mark + " did not come out, and nothing else within "
                        + patience + " s; see --patience");
            }
        }
    }

    private void steady(EngineKind kind, EngineUnderTest engine, BenchTopic topic, int rate) {
        MixedLines mixed = new MixedLines(2 + rate, errors, topic::send);
        SteadyProbe probe = new SteadyProbe(topic, marks, EnginesCommand::error);
        long cpu = engine.cpuNanos();
        long start = System.nanoTime();
        double[] times = probe.run(mixed, rate, seconds);
        marks = probe.next();
        double busy = 100.0 * (engine.cpuNanos() - cpu) / (System.nanoTime() - start);
        out().printf(
                        Locale.ROOT,
                        "%-9s %5d lines/s: closing line to context p50 %.0f ms, p99 %.0f ms, most %.0f ms (%d windows),"
                                + " %.0f %% of a core, %d MB resident%n",
                        kind,
                        rate,
                        times[times.length / 2],
                        times[Math.min(times.length - 1, times.length * 99 / 100)],
                        times[times.length - 1],
                        times.length,
                        busy,
                        engine.residentMegabytes());
        out().flush();
    }

    static LogLine error(String source, int mark, double ts) {
        String text = "2026-11-21 10:00:00.123 ERROR [main] " + MARK
                + " - it struck\njava.lang.IllegalStateException: x\n\tat " + place(mark) + "(Mark.java:7)";
        return new LogLine(1, "mark:1-1:0:" + mark, LogLine.Kind.LINE, text, ts, source, "shop", "host", mark, true, 0);
    }

    /** The method whose frame tells one mark from another; digits alone do not. */
    static String place(int mark) {
        StringBuilder letters = new StringBuilder();
        for (int rest = mark; letters.length() < 4; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return MARK + ".at" + letters;
    }

    private static boolean indexOf(byte[] value, byte[] wanted) {
        return new String(value, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1) + "(");
    }

    /** Whether a context is that of a mark; the mark's number, else -1. */
    static int mark(byte[] value) {
        ErrorContext context = Wire.errorContext(value);
        if (context.exceptions().isEmpty()
                || !context.exceptions().get(0).message().equals("x")) {
            return -1;
        }
        String method = context.exceptions().get(0).frames().get(0).method();
        int mark = 0;
        for (int i = method.length() - 1; i >= 2; i--) {
            mark = mark * 26 + method.charAt(i) - 'a';
        }
        return mark;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
