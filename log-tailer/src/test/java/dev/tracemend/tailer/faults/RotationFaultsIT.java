package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 4 to 9: files are renamed, cut, deleted and made again, while the tailer runs and while it does not. */
@ExtendWith(SharedBroker.class)
class RotationFaultsIT {
    private static final Duration SILENCE = Duration.ofMillis(500);

    @FaultSeeds.Each
    void renamedEveryHalfSecond(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("4 rename", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            // With the names of the rotated files among the named ones, and without.
            c.tailer(seed % 2 == 0 ? "app.log" : "app.log*");
            writer.lines(10);
            c.awaitArrived(10);
            for (int i = 0; i < 8; i++) {
                writer.paced(10_000, 20_000);
                writer.rename();
            }
            writer.paced(1_000, 20_000);
            assertThat(c.verdict("8 renames, 10k lines each")).isEqualTo(new Verdict(81_010, 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void renamedEveryEighthOfASecond(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("5 storm", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log*");
            for (int i = 0; i < 120; i++) {
                writer.paced(500, 4_000);
                if (seed % 2 == 0) {
                    writer.rename();
                } else {
                    writer.shift(200);
                }
            }
            String remark = "120 rotations, " + (seed % 2 == 0 ? "numbered" : "shifted");
            assertThat(c.verdict(remark)).isEqualTo(new Verdict(60_000, 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void copiedAndTruncatedInSilence(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("6 copytruncate", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            // The copies are named, too, or they are not.
            c.tailer(seed % 2 == 0 ? "app.log*" : "app.log");
            for (int i = 0; i < 5; i++) {
                writer.paced(10_000, 20_000);
                FaultCase.pass(SILENCE);
                c.await("the lines before the truncation", () -> c.arrived() == writer.next());
                writer.copyTruncate();
                FaultCase.pass(SILENCE);
            }
            writer.paced(1_000, 20_000);
            assertThat(c.verdict("5 truncations")).isEqualTo(new Verdict(51_000, 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void deletedAndMadeAgain(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("7 recreate", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log");
            int reused = 0;
            for (int i = 0; i < 5; i++) {
                writer.paced(5_000, 20_000);
                FaultCase.pass(SILENCE);
                c.await("the lines before the deletion", () -> c.arrived() == writer.next());
                long before = inode(c);
                writer.recreate();
                reused += inode(c) == before ? 1 : 0;
                FaultCase.pass(SILENCE);
            }
            writer.paced(1_000, 20_000);
            assertThat(c.verdict("inode reused " + reused + " of 5 while followed"))
                    .isEqualTo(new Verdict(26_000, 0, 0, 0, 0, 0, 0));
        }
    }

    /** While the tailer holds the old file open its inode is not free; when it is down, it is. */
    @FaultSeeds.Each
    void deletedAndMadeAgainWhileDown(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("7 recreate while down", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            int reused = 0;
            for (int i = 0; i < 4; i++) {
                ChildJvm tailer = c.tailer("app.log");
                writer.lines(1_000);
                c.awaitArrived(writer.next());
                tailer.terminate(Duration.ofSeconds(15));
                long before = inode(c);
                writer.recreate();
                reused += inode(c) == before ? 1 : 0;
                writer.lines(500 + 1_000 * (i % 2));
            }
            c.tailer("app.log");
            assertThat(c.verdict("inode reused " + reused + " of 4"))
                    .isEqualTo(new Verdict(writer.next(), 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void rotatedTwiceWhileDown(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("8 downrotate", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log*");
            writer.paced(10_000, 20_000);
            c.awaitArrived(5_000);
            if (seed % 2 == 0) {
                c.awaitArrived(10_000);
            }
            tailer.terminate(Duration.ofSeconds(15));
            for (int i = 0; i < 2; i++) {
                writer.lines(5_000 + (int) seed);
                writer.shift(9);
            }
            writer.lines(5_000);
            c.tailer("app.log*");
            assertThat(c.verdict("renamed twice while down")).isEqualTo(new Verdict(writer.next(), 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void truncatedAndGrownBeyondWhileDown(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("9 downtrunc", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log");
            writer.lines(5_000);
            c.awaitArrived(5_000);
            tailer.terminate(Duration.ofSeconds(15));
            writer.truncate();
            writer.lines(seed % 2 == 0 ? 20_000 : 3_000);
            c.tailer("app.log");
            assertThat(c.verdict(seed % 2 == 0 ? "grown beyond" : "still shorter"))
                    .isEqualTo(new Verdict(writer.next(), 0, 0, 0, 0, 0, 0));
        }
    }

    private static long inode(FaultCase c) throws IOException {
        return ((Number) Files.getAttribute(c.file("app.log"), "unix:ino")).longValue();
    }
}
