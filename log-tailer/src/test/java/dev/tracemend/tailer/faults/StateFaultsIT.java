package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 15 and 16: the state folder is full, or what is in it is damaged. */
@ExtendWith(SharedBroker.class)
class StateFaultsIT {
    private static final int BEFORE = 20_000;
    private static final int AFTER = 3_000;

    /** What is done to the files in the state folder that hold positions. */
    private interface Damage {
        void to(Path file) throws IOException;
    }

    @FaultSeeds.Each
    void onAFullDiskLinesGoOn(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("15 statefull", seed, broker)) {
            Files.createDirectories(c.state());
            RequiredTool.command(
                    "it needs root, for a tmpfs",
                    "mount",
                    "-t",
                    "tmpfs",
                    "-o",
                    "size=256k",
                    "tmpfs",
                    c.state().toString());
            try {
                fullDisk(c, seed);
            } finally {
                Machine.run("umount", "-l", c.state().toString());
            }
        }
    }

    private static void fullDisk(FaultCase c, long seed) throws Exception {
        int port = FreePort.any().number();
        LogWriter writer = c.writer("app.log");
        ChildJvm tailer = c.tailer(FaultCase.launch(), port, c.state(), "app.log");
        writer.lines(BEFORE);
        c.awaitArrived(BEFORE);
        FaultCase.pass(Duration.ofSeconds(1));
        Path ballast = c.state().resolve("ballast");
        fill(ballast);
        // The last block of each file there has some room yet: so long it goes well.
        c.await("word of the full disk", () -> {
            writer.paced(AFTER / 10, AFTER);
            return get(port, "/health").contains("DEGRADED");
        });
        long after = writer.next() - BEFORE;
        c.awaitArrived(BEFORE + after);
        assertThat(get(port, "/metrics")).containsPattern("checkpoint_failures_total [1-9]");
        tailer.kill();
        writer.lines(1_000);
        ChildJvm again = c.tailer(FaultCase.launch(), port, c.state(), "app.log");
        c.awaitArrived(writer.next());
        Files.delete(ballast);
        c.await("word of the room", () -> get(port, "/health").contains("UP"));
        Verdict v = c.verdict("killed while full, room again later");
        assertThat(v).matches(Verdict::isExactlyOnceById);
        // Everything since the last good checkpoint may come again.
        assertThat(v.doubled()).isLessThanOrEqualTo(after + 1_000);
        assertThat(again.isAlive()).isTrue();
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[512];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static String get(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    @FaultSeeds.Each
    void randomBytesInThePositions(long seed, BrokerProcess broker) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        damaged("16 random bytes", seed, broker, file -> {
            byte[] bytes = Files.readAllBytes(file);
            int from = random.nextInt(Math.max(1, bytes.length - 8));
            for (int i = from; i < Math.min(bytes.length, from + 40); i++) {
                bytes[i] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
        });
    }

    @FaultSeeds.Each
    void emptyPositions(long seed, BrokerProcess broker) throws Exception {
        damaged("16 zero bytes", seed, broker, file -> Files.write(file, new byte[0]));
    }

    @FaultSeeds.Each
    void positionsOfAnotherVersion(long seed, BrokerProcess broker) throws Exception {
        damaged("16 other version", seed, broker, file -> {
            String text = Files.readString(file);
            Files.writeString(file, "tracemend-positions 0" + text.substring(text.indexOf('\n')));
        });
    }

    /** With an even seed only the newest files are damaged, with an odd one all. */
    private static void damaged(String row, long seed, BrokerProcess broker, Damage damage) throws Exception {
        try (FaultCase c = FaultCase.of(row, seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log");
            writer.paced(BEFORE, 20_000);
            c.awaitArrived(BEFORE);
            FaultCase.pass(Duration.ofMillis(500));
            tailer.kill();
            for (Path file : positions(c, seed % 2 == 1)) {
                damage.to(file);
            }
            writer.lines(AFTER);
            c.tailer("app.log");
            c.awaitArrived(BEFORE + AFTER);
            Verdict v = c.verdict(seed % 2 == 1 ? "all files" : "the newest files");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(c.output()).content().containsPattern("damaged");
        }
    }

    private static List<Path> positions(FaultCase c, boolean all) throws IOException {
        try (Stream<Path> files = Files.list(c.state())) {
            return files.filter(file -> file.getFileName().toString().startsWith("positions"))
                    .filter(file -> all || !file.getFileName().toString().endsWith(".previous"))
                    .toList();
        }
    }

    @FaultSeeds.Each
    void olderPositions(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("16 older", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log*");
            writer.lines(BEFORE / 2);
            c.awaitArrived(BEFORE / 2);
            FaultCase.pass(Duration.ofMillis(500));
            Path old = Files.createDirectory(c.file("../old"));
            for (Path file : positions(c, true)) {
                Files.copy(file, old.resolve(file.getFileName()));
            }
            if (seed % 2 == 1) {
                writer.rename();
            }
            writer.lines(BEFORE / 2);
            c.awaitArrived(BEFORE);
            tailer.kill();
            for (Path file : positions(c, true)) {
                Files.delete(file);
            }
            try (Stream<Path> files = Files.list(old)) {
                for (Path file : files.toList()) {
                    Files.copy(file, c.state().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            writer.lines(AFTER);
            c.tailer("app.log*");
            Verdict v = c.verdict(seed % 2 == 1 ? "a file was renamed since" : "a file has grown since");
            assertThat(v).matches(Verdict::isExactlyOnceById);
        }
    }
}
