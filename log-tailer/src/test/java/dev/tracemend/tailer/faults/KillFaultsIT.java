package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 2, 3 and 19: the tailer is killed, asked to end, and started beside itself. */
@ExtendWith(SharedBroker.class)
class KillFaultsIT {
    private static final int KILLS = 5;
    private static final int RATE = 20_000;
    /** What may come twice for each SIGKILL. */
    private static final int MOST_DOUBLED = 5_000;

    @FaultSeeds.Each
    void killedUnderLoad(long seed, BrokerProcess broker) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (FaultCase c = FaultCase.of("2 kill9", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            for (int i = 0; i < KILLS; i++) {
                CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(200_000 / KILLS, RATE));
                long before = c.arrived();
                ChildJvm tailer = c.tailer("app.log");
                c.awaitArrived(before + random.nextInt(1, 5_000));
                FaultCase.pass(Duration.ofMillis(random.nextInt(600)));
                tailer.kill();
                writing.join();
            }
            c.tailer("app.log");
            Verdict v = c.verdict(KILLS + " kills at 20k lines/s");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(v.doubled()).isLessThanOrEqualTo(KILLS * MOST_DOUBLED);
        }
    }

    @FaultSeeds.Each
    void askedToEndUnderLoad(long seed, BrokerProcess broker) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (FaultCase c = FaultCase.of("3 term", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            Duration longest = Duration.ZERO;
            for (int i = 0; i < KILLS; i++) {
                CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(160_000 / KILLS, RATE));
                long before = c.arrived();
                ChildJvm tailer = c.tailer("app.log");
                c.awaitArrived(before + random.nextInt(1, 5_000));
                FaultCase.pass(Duration.ofMillis(random.nextInt(600)));
                Duration took = tailer.terminate(Duration.ofSeconds(15));
                longest = took.compareTo(longest) > 0 ? took : longest;
                writing.join();
            }
            c.tailer("app.log");
            Verdict v = c.verdict("longest end " + longest.toMillis() + " ms");
            assertThat(v).isEqualTo(new Verdict(160_000, 0, 0, 0, 0, 0, 0));
        }
    }

    /** What was taken for the end of a trace must not swallow what follows, though the id of its start is known. */
    @FaultSeeds.Each
    void killedWhileATraceIsHalfWritten(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("2 kill9 half a trace", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            long written = 0;
            for (int i = 0; i < KILLS; i++) {
                ChildJvm tailer = c.tailer("app.log");
                // Numbers 20 to 24 of each fifty are one event; this ends within it.
                writer.lines(23);
                written += 23;
                c.awaitArrived(written);
                tailer.kill();
                writer.lines(27);
                written += 27;
            }
            c.tailer("app.log");
            Verdict v = c.verdict(KILLS + " kills within a trace");
            assertThat(v).matches(Verdict::isExactlyOnceById);
        }
    }

    @FaultSeeds.Each
    void aSecondTailerOnTheSameStateIsRefused(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("19 second tailer", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log");
            writer.lines(1_000);
            c.awaitArrived(1_000);
            ChildJvm second = c.tailer("app.log");
            assertThat(second.awaitExit(Duration.ofSeconds(30))).isNotZero();
            writer.lines(1_000);
            assertThat(c.verdict("exit code not 0")).isEqualTo(new Verdict(2_000, 0, 0, 0, 0, 0, 0));
            assertThat(c.output()).content().containsPattern("another tailer .*uses");
        }
    }
}
