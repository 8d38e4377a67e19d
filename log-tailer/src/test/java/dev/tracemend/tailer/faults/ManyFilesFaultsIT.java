package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** Row 17: a thousand files with 20 lines a second each, 50 of them rotated every second. */
@ExtendWith(SharedBroker.class)
class ManyFilesFaultsIT {
    private static final int FILES = 1_000;
    private static final int LINES_A_ROUND = 10;
    private static final int ROTATIONS_A_ROUND = 25;
    /** Of half a second. */
    private static final int ROUNDS = 10;

    private static final int NUMBERS = 10_000;

    @FaultSeeds.Each
    void aThousandFilesOfWhichFiftyASecondAreRotated(long seed, BrokerProcess broker) throws Exception {
        double one = oneFile(seed, broker);
        try (FaultCase c = FaultCase.of("17 many files", seed, broker)) {
            int first = new SplittableRandom(seed).nextInt(FILES);
            List<LogWriter> writers = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                writers.add(c.writer("f" + i + ".log", (long) i * NUMBERS));
            }
            for (LogWriter writer : writers) {
                writer.lines(1);
            }
            ChildJvm tailer = c.tailer(seed % 2 == 0 ? "*.log*" : "*.log");
            c.awaitArrived(FILES);
            double before = tailer.cpuSeconds();
            for (int round = 0; round < ROUNDS; round++) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                for (LogWriter writer : writers) {
                    writer.lines(LINES_A_ROUND);
                }
                for (int i = 0; i < ROTATIONS_A_ROUND; i++) {
                    writers.get((first + round * ROTATIONS_A_ROUND + i) % FILES).rename();
                }
                LockSupport.parkNanos(Math.max(0, end - System.nanoTime()));
            }
            long expected = FILES + (long) FILES * LINES_A_ROUND * ROUNDS;
            c.awaitArrived(expected);
            double many = tailer.cpuSeconds() - before;
            long open = tailer.descriptors();
            Verdict v = c.verdict(String.format("CPU %.2f s, one file %.2f s, %d descriptors", many, one, open));
            assertThat(v).isEqualTo(new Verdict(expected, 0, 0, 0, 0, 0, 0));
            assertThat(open).isLessThan(limit(tailer));
            assertThat(many).isLessThanOrEqualTo(2 * one);
        }
    }

    private static double oneFile(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("17 one file", seed, broker)) {
            LogWriter writer = c.writer("f.log");
            writer.lines(FILES);
            ChildJvm tailer = c.tailer("*.log");
            c.awaitArrived(FILES);
            double before = tailer.cpuSeconds();
            writer.paced(FILES * LINES_A_ROUND * ROUNDS, FILES * LINES_A_ROUND * 2);
            c.awaitArrived(writer.next());
            return tailer.cpuSeconds() - before;
        }
    }

    private static long limit(ChildJvm tailer) throws IOException {
        try (Stream<String> limits = Files.lines(Path.of("/proc", Long.toString(tailer.pid()), "limits"))) {
            return limits.filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split(" {2,}")[1])
                    .mapToLong(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
