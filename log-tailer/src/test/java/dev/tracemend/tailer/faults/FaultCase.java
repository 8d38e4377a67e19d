package dev.tracemend.tailer.faults;

import dev.tracemend.contracts.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One row of the matrix with one seed: a folder with logs and state, writers, tailer processes, a topic of its own. The
 * case drives the fault; {@link #verdict} waits until all lines have come, or none for some minutes, and judges.
 */
final class FaultCase implements AutoCloseable {
    private static final Duration ARRIVAL = Duration.ofMinutes(3);
    private static final Duration AFTER_ALL = Duration.ofMillis(700);

    private final String row;
    private final long seed;
    private final Path folder;
    private final String bootstrap;
    private final String topic = "f-" + UUID.randomUUID();
    private final FaultLines lines;
    private final List<LogWriter> writers = new ArrayList<>();
    private final List<ChildJvm> tailers = new ArrayList<>();
    private final TopicReading reading;
    private final long start = System.nanoTime();
    private Predicate<LogLine> special = line -> false;

    private FaultCase(String row, long seed, Path folder, String bootstrap) {
        this.row = row;
        this.seed = seed;
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.lines = new FaultLines(seed);
        this.reading = new TopicReading(bootstrap, topic, lines, line -> special.test(line));
    }

    static FaultCase of(String row, long seed, BrokerProcess broker) throws IOException {
        Path folder = Files.createTempDirectory("fault-" + row.replace(' ', '-') + "-" + seed + "-");
        Files.createDirectory(folder.resolve("logs"));
        return new FaultCase(row, seed, folder, broker.bootstrap());
    }

    Path file(String name) {
        return folder.resolve("logs").resolve(name);
    }

    Path state() {
        return folder.resolve("state");
    }

    Path output() {
        return folder.resolve("tailer.txt");
    }

    /** Writes numbered lines to a file, with numbers of its own. */
    LogWriter writer(String name, long first) throws IOException {
        LogWriter writer = new LogWriter(lines, file(name), first);
        writers.add(writer);
        return writer;
    }

    LogWriter writer(String name) throws IOException {
        return writer(name, 0);
    }

    ChildJvm tailer(String... globs) throws IOException {
        return tailer(launch(), globs);
    }

    /** How a tailer is started here. */
    static ChildJvm.Launch launch() {
        return ChildJvm.Launch.of("-Xmx96m", "-XX:TieredStopAtLevel=1");
    }

    ChildJvm tailer(ChildJvm.Launch launch, String... globs) throws IOException {
        return tailer(launch, 0, state(), globs);
    }

    /** With its metrics at a port, or none at 0, and a state folder of its own. */
    ChildJvm tailer(ChildJvm.Launch launch, int metrics, Path state, String... globs) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(bootstrap, topic, state.toString(), "" + metrics));
        for (String glob : globs) {
            arguments.add(file(glob).toString());
        }
        ChildJvm tailer = ChildJvm.start(launch, output(), FaultTailer.class, arguments);
        tailers.add(tailer);
        return tailer;
    }

    /** Runs beside the driver; {@link #join} passes its failure on. */
    static CompletableFuture<Void> beside(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "beside");
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    /** Something a writer does. */
    interface Work {
        void run() throws Exception;
    }

    /** Records for which this holds are looked at by it alone, not counted as numbered lines. */
    void special(Predicate<LogLine> other) {
        special = other;
    }

    /** The records that were looked at alone, as they are on the wire. */
    List<String> specials() {
        return reading.specials();
    }

    /** Reads the topic until so many different lines have come. */
    void awaitArrived(long count) {
        await("only " + count + " of the lines", () -> reading.distinct() >= count);
    }

    long arrived() {
        while (reading.poll() > 0) {
            Thread.onSpinWait();
        }
        return reading.distinct();
    }

    /** Reads the topic until something holds; fails after some minutes in which nothing has come. */
    void await(String what, Callable<Boolean> holds) {
        long end = System.nanoTime() + ARRIVAL.toNanos();
        int before = reading.distinct();
        try {
            while (!holds.call()) {
                if (reading.distinct() != before) {
                    before = reading.distinct();
                    end = System.nanoTime() + ARRIVAL.toNanos();
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError(row + " seed " + seed + ": waited in vain for: " + what + "; " + folder);
                }
                reading.poll();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time that passes for the fault's sake. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** All lines that were written. */
    BitSet written() {
        BitSet numbers = new BitSet();
        writers.forEach(writer -> numbers.set((int) writer.first(), (int) writer.next()));
        return numbers;
    }

    Verdict verdict(String remark) {
        return verdict(written(), remark);
    }

    /** Judges when all of these lines have come and nothing more does. */
    Verdict verdict(BitSet expected, String remark) {
        long end = System.nanoTime() + ARRIVAL.toNanos();
        while (!reading.hasAll(expected) && System.nanoTime() < end) {
            if (reading.poll() > 0) {
                end = System.nanoTime() + ARRIVAL.toNanos();
            }
        }
        long quiet = System.nanoTime() + AFTER_ALL.toNanos();
        while (System.nanoTime() < quiet) {
            if (reading.poll() > 0) {
                quiet = System.nanoTime() + AFTER_ALL.toNanos();
            }
        }
        Verdict verdict = reading.verdict(expected);
        FaultTable.add(row, seed, verdict, (System.nanoTime() - start) / 1e9, remark);
        return verdict;
    }

    @Override
    public void close() throws IOException {
        for (ChildJvm tailer : tailers) {
            tailer.close();
        }
        for (LogWriter writer : writers) {
            writer.close();
        }
        reading.close();
        if (!Boolean.getBoolean("faults.keep")) {
            org.apache.kafka.common.utils.Utils.delete(folder.toFile());
        }
    }
}
