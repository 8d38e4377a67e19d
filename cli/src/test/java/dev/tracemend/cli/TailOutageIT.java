package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes: the tailer waits, ends in time when asked to, and delivers at its next start what it could not. */
class TailOutageIT {
    private static final System.Logger LOG = System.getLogger("TailOutageIT");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path home;

    @Test
    void withTheBrokerGoneItEndsInTimeSaysWhatWaitsAndDeliversItAtTheNextStart() throws Exception {
        int port = TracemendProcess.freePort();
        Path log = Files.writeString(home.resolve("a.log"), "INFO one\n");
        EmbeddedBroker broker = EmbeddedBroker.start(home.resolve("broker"), port);
        try (TracemendProcess tail = tail(port, "a.log")) {
            awaitDelivered(9);
            broker.close();
            Files.writeString(log, "INFO two\n", StandardOpenOption.APPEND);
            await().atMost(LIMIT).until(() -> tail.stderr().contains("has taken nothing for"));

            long asked = System.nanoTime();
            tail.terminate();
            assertThat(tail.await(Duration.ofSeconds(15))).as(tail.stderr()).isZero();
            LOG.log(
                    System.Logger.Level.INFO,
                    "with the broker gone it ended " + (System.nanoTime() - asked) / 1_000_000 + " ms after SIGTERM");
            assertThat(tail.stderr()).contains("9 bytes in the files not delivered; they come at the next start");
        }
        try (TracemendProcess oneShot = tail(port, "a.log", "--until-caught-up")) {
            assertThat(oneShot.await(LIMIT)).isEqualTo(ExitCode.UNREACHABLE.code());
        }
        Files.delete(status());
        try (TracemendProcess waiting = tail(port, "a.log")) {
            await().atMost(LIMIT).until(() -> waiting.stderr().contains("it did before, so it is waited for"));
            broker = EmbeddedBroker.start(home.resolve("broker"), port);
            await().atMost(LIMIT).until(() -> Files.readString(home.resolve("state/positions"))
                    .contains("\t18\t"));
            assertThat(waiting.isAlive()).isTrue();
        } finally {
            broker.close();
        }
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws Exception {
        int port = TracemendProcess.freePort();
        Path log = Files.writeString(home.resolve("a.log"), "INFO one\n");
        EmbeddedBroker broker = EmbeddedBroker.start(home.resolve("broker"), port);
        try (TracemendProcess tail = tail(port, "a.log")) {
            awaitDelivered(9);
            broker.close();
            Files.writeString(log, "INFO two\n", StandardOpenOption.APPEND);
            await().atMost(LIMIT).until(() -> tail.stderr().contains("has taken nothing for"));
            tail.terminate();
            tail.terminate();
            assertThat(tail.await(Duration.ofSeconds(15))).isIn(130, 0);
        }
    }

    /** Since the process started. */
    private void awaitDelivered(int bytes) {
        await().atMost(LIMIT)
                .until(() -> Files.exists(status())
                        && Files.readString(status()).contains("\"acknowledgedBytes\":" + bytes + ","));
    }

    private Path status() {
        return home.resolve("status.json");
    }

    private TracemendProcess tail(int port, String... arguments) {
        List<String> all = new java.util.ArrayList<>(
                List.of("tail", "--topic", "app", "--bootstrap", "127.0.0.1:" + port, "--state", "state"));
        all.addAll(List.of("--status-file", "status.json"));
        all.addAll(List.of(arguments));
        return TracemendProcess.start(home, Map.of(), all);
    }
}
