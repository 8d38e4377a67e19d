package dev.tracemend.streams.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.WindowEngineContract;
import dev.tracemend.streams.window.RawLines;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job as a launcher starts it: a child process with the class path that the build wrote. */
@ExtendWith(BrokerExtension.class)
class SparkProcessIT {
    private static final Logger LOG = LoggerFactory.getLogger(SparkProcessIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<Process> started = new java.util.ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aWindowThatIsOpenAtTheEndOfAProcessGoesOnInTheNext(EmbeddedBroker broker) throws Exception {
        try (RawTopic topic = RawTopic.of(broker.bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines();
            for (int i = 0; i < 30; i++) {
                lines.line("shop.log", i * 0.1, WindowEngineContract.NPE);
            }
            lines.line("other.log", 0, "ERROR other").tick("other.log", 9);
            topic.send(lines);
            Process first = start(broker, "first.log");
            assertThat(topic.contexts(1, PATIENCE)).as(log("first.log")).hasSize(1);
            WindowProgress told = topic.told(Topics.group("tracemend-windows-spark"), PATIENCE);
            assertThat(told.engine()).isEqualTo("spark");
            assertThat(told.watermark()).isEqualTo(RawLines.NOON + 9);
            assertThat(told.states()).isPositive();
            assertThat(told.stateBytes()).isPositive();

            Process second = start(broker, "second.log");
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(log("second.log")).contains("in use by another job").doesNotContain("\tat ");

            first.destroy();
            assertThat(first.waitFor(30, TimeUnit.SECONDS))
                    .as("stops on SIGTERM")
                    .isTrue();
            assertThat(log("first.log")).doesNotContain("ERROR");

            start(broker, "third.log");
            for (int i = 30; i < 50; i++) {
                lines.line("shop.log", i * 0.1, WindowEngineContract.NPE);
            }
            topic.send(lines.tick("shop.log", 20));
            var contexts = topic.contexts(2, PATIENCE);
            assertThat(contexts).as(log("third.log")).hasSize(2);
            assertThat(contexts)
                    .extracting(record -> Wire.errorContext(record.value()).count())
                    .containsExactlyInAnyOrder(1L, 50L);
        }
    }

    @Test
    void endsWithTheProcessThatStartedIt(EmbeddedBroker broker) throws Exception {
        Process starter = new ProcessBuilder("sleep", "600").start();
        started.add(starter);
        Process job = start(broker, "orphan.log", "-Dtracemend.starter=" + starter.pid());
        assertThat(job.isAlive()).as(log("orphan.log")).isTrue();

        starter.destroyForcibly();

        assertThat(job.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process start(EmbeddedBroker broker, String log) throws IOException {
        return start(broker, log, "-Dnothing.more=true");
    }

    private Process start(EmbeddedBroker broker, String log, String property) throws IOException {
        String classPath = Path.of("target", "classes")
                + File.pathSeparator
                + Files.readString(Path.of("target", "spark.classpath"));
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + tmp,
                        property,
                        "-cp",
                        classPath,
                        SparkWindowJob.class.getName(),
                        // A partition that is silent between two processes closes its windows; here they stay open.
                        "--idle-ms",
                        "600000",
                        "--bootstrap",
                        broker.bootstrap(),
                        "--checkpoint",
                        folder.resolve("checkpoint").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
        started.add(process);
        long begin = System.nanoTime();
        await().atMost(PATIENCE).until(() -> !process.isAlive() || log(log).contains("spark windows running"));
        LOG.info("{}: after {} ms:\n{}", log, (System.nanoTime() - begin) / 1_000_000, log(log));
        return process;
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
