package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 2, 3 and 10 with records in transactions, to a consumer that reads committed ones and looks at no ids. What came twice
 * then is at most the one transaction that a SIGKILL has hit between its commit and the saving of the positions behind it.
 */
@ExtendWith(SharedBroker.class)
class TransactionFaultsIT {
    private static final int KILLS = 5;
    private static final int RATE = 10_000;
    /** What may come twice for a SIGKILL that hits those milliseconds: a transaction, of what was behind by then. */
    private static final int MOST_DOUBLED = 5_000;

    private static ChildJvm.Launch launch() {
        ChildJvm.Launch usual = FaultCase.launch();
        return ChildJvm.Launch.of(usual.options().get(0), usual.options().get(1), "-Dfaults.transactional=true");
    }

    @FaultSeeds.Each
    void killedUnderLoad(long seed, BrokerProcess broker) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (FaultCase c = FaultCase.of("2 kill9, transactions", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            for (int i = 0; i < KILLS; i++) {
                CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(100_000 / KILLS, RATE));
                long before = c.arrived();
                ChildJvm tailer = c.tailer(launch(), "app.log");
                c.awaitArrived(before + random.nextInt(1, 5_000));
                FaultCase.pass(Duration.ofMillis(random.nextInt(600)));
                tailer.kill();
                writing.join();
            }
            c.tailer(launch(), "app.log");
            Verdict v = c.verdict(KILLS + " kills; doubled without a look at ids");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(v.doubled()).isLessThanOrEqualTo(KILLS * MOST_DOUBLED);
        }
    }

    @FaultSeeds.Each
    void askedToEndUnderLoad(long seed, BrokerProcess broker) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (FaultCase c = FaultCase.of("3 term, transactions", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            for (int i = 0; i < KILLS; i++) {
                CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(80_000 / KILLS, RATE));
                long before = c.arrived();
                ChildJvm tailer = c.tailer(launch(), "app.log");
                c.awaitArrived(before + random.nextInt(1, 5_000));
                tailer.terminate(Duration.ofSeconds(15));
                writing.join();
            }
            c.tailer(launch(), "app.log");
            assertThat(c.verdict(KILLS + " ends")).isEqualTo(new Verdict(80_000, 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void theBrokerIsKilled(long seed, @TempDir Path folder) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder);
                FaultCase c = FaultCase.of("10 brokerkill, transactions", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer(launch(), "app.log");
            writer.lines(100);
            c.awaitArrived(100);
            CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(80_000, RATE));
            FaultCase.pass(Duration.ofMillis(500 + 300 * seed % 1_000));
            broker.kill();
            FaultCase.pass(Duration.ofSeconds(5));
            broker.startAgain();
            writing.join();
            c.awaitArrived(80_100);
            assertThat(c.verdict("broker away for 5 s")).isEqualTo(new Verdict(80_100, 0, 0, 0, 0, 0, 0));
            assertThat(tailer.isAlive()).isTrue();
        }
    }
}
