package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TailerCrashIT {
    private static final int LINES = 50_000;

    @TempDir
    private Path folder;

    @Test
    void killedInTheMiddleItRepeatsSomeLinesWithTheirIdsAndLosesNone(EmbeddedBroker broker) throws Exception {
        TailerCase logs = TailerCase.of(broker.bootstrap(), folder);
        try (RawTopic topic = logs.read()) {
            for (int i = 1; i <= 3; i++) {
                int from = (i - 1) * LINES;
                CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(logs, from));
                int before = topic.lines().size();
                Process process = TailerProcess.start(logs, "app.log");
                try {
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> topic.lines().size() > before + 500);
                    assertThatThrownBy(() -> logs.start("app.log"))
                            .isInstanceOf(TailerStartException.class)
                            .hasMessageContaining("another tailer (pid ");
                } finally {
                    process.destroyForcibly().waitFor();
                    writer.join();
                }
            }
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitDistinct(TailerCase.numbered(0, 3 * LINES));
                assertThat(tailer.published()).isNotNegative();
            }
        }
    }

    @Test
    @Timeout(120)
    void aBrokerThatComesLaterGetsEverythingEvenOfFilesRotatedMeanwhile() throws Exception {
        int port = freePort();
        TailerCase logs = TailerCase.of("127.0.0.1:" + port, Files.createDirectory(folder.resolve("logs")));
        logs.appendLines("app.log", 0, 1_000);
        try (Tailer tailer = logs.start("app.log")) {
            for (int i = 1; i <= 3; i++) {
                await().during(Duration.ofMillis(1_500)).until(() -> tailer.published() == 0);
                // The name of the rotated file is in no glob: it must be open before it goes.
                Files.move(logs.file("app.log"), logs.file("old-" + i));
                logs.appendLines("app.log", i * 1_000, i * 1_000 + 1_000);
            }
            assertThat(tailer.published()).isZero();
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), port);
                    RawTopic topic = logs.read()) {
                await().atMost(Duration.ofSeconds(30)).until(() -> topic.lines().size() >= 4_000);
                assertThat(topic.texts()).containsExactlyInAnyOrderElementsOf(TailerCase.numbered(0, 4_000));
                assertThat(broker.bootstrap()).isEqualTo(logs.bootstrap());
            }
        }
    }

    @Test
    @Timeout(60)
    void withoutABrokerItStopsSoonAndGoesOnLater() throws Exception {
        TailerCase logs = TailerCase.of("127.0.0.1:" + freePort(), Files.createDirectory(folder.resolve("logs")));
        logs.appendLines("app.log", 0, 10);
        Tailer tailer = logs.start("app.log");
        await().during(Duration.ofMillis(500)).until(() -> tailer.published() == 0);
        long start = System.nanoTime();
        tailer.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    @Timeout(180)
    void aBrokerThatGoesAndComesBackMissesNothing() throws Exception {
        int port = freePort();
        TailerCase logs = TailerCase.of("127.0.0.1:" + port, Files.createDirectory(folder.resolve("logs")));
        try (Tailer tailer = logs.start("app.log")) {
            for (int i = 0; i < 3; i++) {
                try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), port);
                        RawTopic topic = logs.read()) {
                    logs.appendLines("app.log", i * 2_000, i * 2_000 + 1_000);
                    topic.awaitDistinct(TailerCase.numbered(0, i * 2_000 + 1_000));
                    assertThat(broker.bootstrap()).isEqualTo(logs.bootstrap());
                }
                logs.appendLines("app.log", i * 2_000 + 1_000, i * 2_000 + 2_000);
            }
            assertThat(tailer.published()).isPositive();
        }
    }

    private static void write(TailerCase logs, int from) {
        try {
            for (int i = from; i < from + LINES; i += 200) {
                logs.appendLines("app.log", i, i + 200);
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
