package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;

/** Rows 10 and 11: the broker is killed, stopped, held, and slow. Each case has one of its own. */
class BrokerFaultsIT {
    private static final int RATE = 10_000;
    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    /** What is done to a broker. */
    private interface Fault {
        void strike(BrokerProcess broker) throws Exception;
    }

    @FaultSeeds.Each
    void killedAndDownForFiveSeconds(long seed, @TempDir Path folder) throws Exception {
        ridesOut("10 brokerkill", seed, folder, broker -> {
            broker.kill();
            FaultCase.pass(Duration.ofSeconds(5));
            broker.startAgain();
        });
    }

    @FaultSeeds.Each
    void stoppedAndDownForTenSeconds(long seed, @TempDir Path folder) throws Exception {
        ridesOut("10 brokerstop", seed, folder, broker -> {
            broker.terminate();
            FaultCase.pass(Duration.ofSeconds(10));
            broker.startAgain();
        });
    }

    @FaultSeeds.Each
    void heldForFiveSeconds(long seed, @TempDir Path folder) throws Exception {
        ridesOut("10 brokerhold", seed, folder, broker -> {
            broker.hold();
            FaultCase.pass(Duration.ofSeconds(5));
            broker.goOn();
        });
    }

    private static void ridesOut(String row, long seed, Path folder, Fault fault) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder);
                FaultCase c = FaultCase.of(row, seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log");
            writer.lines(100);
            c.awaitArrived(100);
            CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(80_000, RATE));
            FaultCase.pass(Duration.ofMillis(500 + 300 * seed % 1_000));
            fault.strike(broker);
            writing.join();
            long start = System.nanoTime();
            c.awaitArrived(80_100);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Verdict v = c.verdict("caught up in " + took.toMillis() + " ms");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(took).isLessThan(CATCH_UP);
            assertThat(tailer.isAlive()).isTrue();
        }
    }

    @FaultSeeds.Each
    void aSlowBrokerMakesTheFileWaitNotTheMemoryGrow(long seed, @TempDir Path folder) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder);
                FaultCase c = FaultCase.of("11 quota", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            // What there is to catch up with takes the heap and the buffers to what they have under load.
            writer.lines(100_000);
            ChildJvm tailer = c.tailer("app.log");
            writer.paced(60_000, 20_000);
            c.awaitArrived(160_000);
            long steady = tailer.residentKib();
            broker.quota(200_000);
            writer.paced(160_000, 20_000);
            long waiting = writer.next() - c.arrived();
            long slow = tailer.residentKib();
            broker.quota(0);
            Verdict v = c.verdict("RSS " + steady + " KiB, slow " + slow + " KiB, waiting " + waiting + " lines");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(waiting).isGreaterThan(50_000);
            assertThat(slow).isLessThanOrEqualTo(steady * 5 / 4);
        }
    }
}
