package dev.tracemend.bench.follow;

import dev.tracemend.bench.measure.ScratchFolder;
import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code soak --gb 10 --minutes 10}: memory and processor time of {@code tracemend tail}, a line each minute, while a
 * service writes so much in so long and rotates every 64 MB. Exit 1 when lines are missing or memory has grown.
 */
@Command(name = "soak", description = "Memory, heap and CPU of a tailer per minute under a long even load.")
public final class SoakCommand implements Callable<Integer> {
    private static final TopicPartition TOPIC = new TopicPartition("logs.raw.app", 0);
    private static final int STEPS = 10;
    /** So many of the steps are the start: classes, compiled code, a heap that finds its size. */
    private static final int WARM_UP = 4;
    /** Of resident memory, from the median of the steps after the start to that of the last: a heap of a fixed size varies. */
    private static final double MOST_GROWTH = 1.10;

    @Option(names = "--gb", description = "gigabytes to write (default: ${DEFAULT-VALUE})")
    private double gigabytes = 10;

    @Option(names = "--minutes", description = "in which they are written (default: ${DEFAULT-VALUE})")
    private double minutes = 10;

    @Option(names = "--java-opts", description = "of the tailer's JVM in place of the launcher's")
    private String javaOptions = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder folder = ScratchFolder.of("tracemend-soak");
                EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"), 0)) {
            // Old segments go: what is measured is the tailer, not the disk.
            broker.createTopic(TOPIC.topic(), 1, Map.of("retention.bytes", "134217728", "segment.bytes", "33554432"));
            Path logs = folder.path().resolve("logs");
            Path file = Files.createDirectories(logs.resolve("app")).resolve("app.log");
            SoakWriter writer = new SoakWriter(file);
            Process tailer = new TailerUnderTest(javaOptions)
                    .start(broker.bootstrap(), logs, folder.path().resolve("state"));
            try {
                return measure(tailer, writer, broker.bootstrap()) ? 0 : 1;
            } finally {
                writer.close();
                tailer.destroy();
                tailer.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private boolean measure(Process process, SoakWriter writer, String bootstrap) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ProcessFigures tailer = new ProcessFigures(process);
        double rate = gigabytes * 1e9 / (minutes * 60);
        long step = (long) (minutes * 60e9 / STEPS);
        List<Long> resident = new ArrayList<>();
        out.println("minute     GB  written lines  arrived lines  RSS MB  heap MB  CPU % of a core");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (int i = 1; i <= STEPS; i++) {
                ProcessFigures.Phase phase = tailer.during(() -> write(writer, rate, step));
                resident.add(phase.residentKb());
                out.printf(
                        Locale.ROOT,
                        "%6.2f %6.2f %14d %14d %7d %8s %16.1f%n",
                        i * minutes / STEPS,
                        writer.bytes() / 1e9,
                        writer.lines(),
                        arrived(admin),
                        phase.residentKb() / 1024,
                        heap(process.pid()),
                        phase.cpuPercent());
                out.flush();
            }
            boolean all = awaitAll(admin, writer.lines());
            int middle = (WARM_UP + STEPS) / 2;
            long early = median(resident.subList(WARM_UP, middle));
            long late = median(resident.subList(middle, STEPS));
            boolean flat = late <= early * MOST_GROWTH;
            out.printf(
                    "%s; memory is %s: median %d MB after the start, %d MB at the end%n",
                    all ? "all lines have arrived" : "LINES ARE MISSING",
                    flat ? "flat" : "GROWING",
                    early / 1024,
                    late / 1024);
            out.flush();
            return all && flat;
        }
    }

    private static long median(List<Long> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElse(0L);
    }

    private static void write(SoakWriter writer, double rate, long nanos) {
        try {
            writer.write(rate, nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean awaitAll(Admin admin, long lines) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (arrived(admin) < lines && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000_000);
        }
        return arrived(admin) >= lines;
    }

    /** Records ever written, ticks included. */
    private static long arrived(Admin admin) throws Exception {
        return admin.listOffsets(Map.of(TOPIC, OffsetSpec.latest()))
                .partitionResult(TOPIC)
                .get()
                .offset();
    }

    /** Used heap as the JDK's jstat says it; "-" where there is none. */
    private static String heap(long pid) throws InterruptedException {
        try {
            Process jstat = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstat")
                                    .toString(),
                            "-gc",
                            Long.toString(pid))
                    .start();
            String[] lines = new String(jstat.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
            jstat.waitFor();
            String[] names = lines[0].strip().split("\\s+");
            String[] values = lines[1].strip().split("\\s+");
            double kib = 0;
            for (int i = 0; i < names.length; i++) {
                kib += Stream.of("S0U", "S1U", "EU", "OU").anyMatch(names[i]::equals)
                        ? Double.parseDouble(values[i])
                        : 0;
            }
            return String.format(Locale.ROOT, "%.1f", kib / 1024);
        } catch (IOException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
            return "-";
        }
    }
}
