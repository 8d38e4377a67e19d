package dev.tracemend.bench.ship;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ships one file with each shipper and prints what that took, and the latency of single lines. */
@Command(
        name = "ship",
        mixinStandardHelpOptions = true,
        description = "Ships one file into a local broker with our tailer and with others, and times single lines.")
public final class ShipCommand implements Callable<Integer> {
    private static final String HEAD = "%-32s %10s %8s %9s %9s %7s %6s  %s%n";
    private static final int LATENCY_LINES = 300;

    /** What is masked before it leaves. */
    enum Redaction {
        on,
        off,
        both
    }

    @Option(names = "--mb", description = "size of the file to write, in megabytes (default: ${DEFAULT-VALUE})")
    private int megabytes = 1_000;

    @Option(names = "--file", description = "ship this file instead; UTF-8, no empty lines")
    private Optional<Path> given = Optional.empty();

    @Option(names = "--peers", split = ",", description = "rsyslog, kcat or both; default: both")
    private List<String> peers = List.of("rsyslog", "kcat");

    @Option(names = "--redaction", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Redaction redaction = Redaction.both;

    @Option(names = "--runs", description = "runs of each, of which all are printed (default: ${DEFAULT-VALUE})")
    private int runs = 1;

    @Option(names = "--latency", description = "times single lines, too, ten a second for half a minute")
    private boolean latency;

    @Option(names = "--latency-lines", hidden = true)
    private int latencyLines = LATENCY_LINES;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tracemend-ship");
        boolean complete = true;
        try (BrokerHost broker = BrokerHost.start(folder.resolve("broker"))) {
            Path file = given.orElse(folder.resolve("mixed.log"));
            if (given.isEmpty()) {
                new MixedLog(42).write(file, megabytes * 1_000_000L);
            }
            long lines = lines(file);
            out().printf(Locale.ROOT, "%,d bytes, %,d lines, %d processors%n", Files.size(file), lines, Runtime.getRuntime().availableProcessors());
            out().printf(HEAD, "", "lines/s", "MB/s", "cpu s", "cpu s/GB", "MB", "load", "");
            for (Shipper shipper : shippers()) {
                for (int run = 1; run <= runs; run++) {
                    complete &= ship(shipper, broker.bootstrap(), file, lines, folder);
                }
            }
            if (latency) {
                latency(broker.bootstrap(), folder);
            }
        } finally {
            delete(folder);
        }
        return complete ? 0 : 1;
    }

    private List<Shipper> shippers() {
        List<Shipper> shippers = new ArrayList<>();
        if (redaction != Redaction.off) {
            shippers.add(Shipper.TRACEMEND);
        }
        if (redaction != Redaction.on) {
            shippers.add(Shipper.UNMASKED);
        }
        for (String peer : peers) {
            Shipper shipper = Shipper.valueOf(peer.toUpperCase(Locale.ROOT));
            shipper.missing().ifPresentOrElse(out()::println, () -> shippers.add(shipper));
        }
        return shippers;
    }

    private boolean ship(Shipper shipper, String bootstrap, Path file, long lines, Path folder)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "work");
        String topic = "ship." + work.getFileName();
        createTopic(bootstrap, topic);
        try (ShippedLines shipped = new ShippedLines(bootstrap, topic)) {
            List<String> command = shipper.command(home(), bootstrap, topic, file, work);
            ShippedRun.Cost cost =
                    new ShippedRun(command, work).run(shipper.endsByItself(), () -> shipped.count() >= lines);
            Optional<String> difference = shipped.difference(shipper, file);
            double gigabytes = Files.size(file) / 1e9;
            out().printf(
                            Locale.ROOT,
                            "%-32s %,10.0f %8.1f %9.2f %9.2f %7d %6.1f  %s%n",
                            shipper.label(),
                            lines / cost.wallSeconds(),
                            1_000 * gigabytes / cost.wallSeconds(),
                            cost.cpuSeconds(),
                            cost.cpuSeconds() / gigabytes,
                            cost.peakMegabytes(),
                            cost.load(),
                            difference.orElse("all lines arrived"));
            out().flush();
            return difference.isEmpty();
        }
    }

    private void latency(String bootstrap, Path folder) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "work");
        Path file = Files.createFile(folder.resolve("probe.log"));
        String topic = "ship.latency";
        createTopic(bootstrap, topic);
        List<String> command = new ArrayList<>(Shipper.TRACEMEND.command(home(), bootstrap, topic, file, work));
        command.remove("--until-caught-up");
        Process tailer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output.txt").toFile())
                .start();
        try {
            double[] times = new LineLatency(bootstrap, topic, file).measure(latencyLines);
            out().printf(
                            Locale.ROOT,
                            "single lines, 10 a second, written to consumed: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms (%d lines)%n",
                            times[times.length / 2],
                            times[times.length * 9 / 10],
                            times[times.length * 99 / 100],
                            times[times.length - 1],
                            times.length);
        } finally {
            tailer.destroy();
            tailer.waitFor();
        }
    }

    private static void createTopic(String bootstrap, String topic) {
        try (Admin admin = Admin.create(java.util.Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("tracemend.home", "")).toAbsolutePath();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
