package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;

/** 200 rotations a minute, and the tailer is killed every 5 s: renames, and copies with truncation. */
@ExtendWith(SharedBroker.class)
class RotationStormIT {
    private static final int RATE = 4_000;
    private static final int LINES_A_FILE = RATE * 60 / 200;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);
    private static final int KILLS = 3;
    private static final int ROTATIONS = 55;
    private static final int MOST_DOUBLED = 5_000;

    /** What a writer does each 300 ms. */
    private interface Rotation {
        void of(LogWriter writer) throws Exception;
    }

    @FaultSeeds.Each
    void renamed(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("storm rename + kills", seed, broker)) {
            Verdict v = storm(c, seed % 2 == 0 ? LogWriter::rename : writer -> writer.shift(500));
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(v.doubled()).isLessThanOrEqualTo(KILLS * MOST_DOUBLED);
        }
    }

    @FaultSeeds.Each
    void copiedAndTruncated(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("storm copytruncate + kills", seed, broker)) {
            Verdict v = storm(c, LogWriter::copyTruncate);
            assertThat(v.lost()).isZero();
            assertThat(v.damaged()).isZero();
            assertThat(v.wronglyDropped()).isZero();
            assertThat(v.doubledAfterDedupe()).isZero();
        }
    }

    private static Verdict storm(FaultCase c, Rotation rotation) throws Exception {
        LogWriter writer = c.writer("app.log");
        ChildJvm tailer = c.tailer("app.log*");
        writer.lines(100);
        c.awaitArrived(100);
        CompletableFuture<Void> writing = FaultCase.beside(() -> {
            for (int i = 0; i < ROTATIONS; i++) {
                writer.paced(LINES_A_FILE, RATE);
                rotation.of(writer);
            }
        });
        for (int i = 0; i < KILLS; i++) {
            FaultCase.pass(BETWEEN_KILLS);
            tailer.kill();
            tailer = c.tailer("app.log*");
        }
        writing.join();
        return c.verdict(ROTATIONS + " rotations, " + KILLS + " kills");
    }

    /** Somebody else copies and truncates while the service writes: what was written in between is in no file. */
    @FaultSeeds.Each
    void copiedAndTruncatedWhileWritten(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("storm copytruncate, window", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log*");
            writer.lines(100);
            c.awaitArrived(100);
            CompletableFuture<Void> writing = FaultCase.beside(() -> writer.paced(10 * RATE, RATE));
            CopyTruncate other = new CopyTruncate(writer.path());
            while (!writing.isDone()) {
                FaultCase.pass(Duration.ofMillis(300));
                other.rotate();
            }
            writing.join();
            BitSet surviving = other.numbersInFiles(new FaultLines(seed));
            BitSet gone = c.written();
            gone.andNot(surviving);
            Verdict v = c.verdict(surviving, other + ", " + gone.cardinality() + " lines in no file");
            assertThat(v.lost()).isZero();
            assertThat(v.wronglyDropped()).isZero();
        }
    }
}
