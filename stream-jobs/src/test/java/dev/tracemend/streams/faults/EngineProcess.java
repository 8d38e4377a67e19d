package dev.tracemend.streams.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.window.StateForm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** An engine in a process of its own, with its state in a folder: started, killed, held, stopped, started again. */
final class EngineProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String JOB = "dev.tracemend.streams.spark.SparkWindowJob";

    enum Kind {
        KSTREAMS,
        SPARK
    }

    private final Kind kind;
    private final String bootstrap;
    private final Path folder;
    private Process process;
    private int starts;

    EngineProcess(Kind kind, String bootstrap, Path folder) throws IOException {
        this.kind = kind;
        this.bootstrap = bootstrap;
        this.folder = Files.createDirectories(folder);
        process = start();
    }

    /** After a kill or a stop, with the state that is there. */
    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        starts++;
        Files.createDirectories(folder.resolve("tmp"));
        Process started = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(file().toFile())
                .start();
        String ready = kind == Kind.SPARK ? "spark windows running" : KafkaStreamsHost.READY;
        await().atMost(PATIENCE).until(() -> !started.isAlive() || log().contains(ready));
        assertThat(started.isAlive()).as(log()).isTrue();
        return started;
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        String state = folder.resolve("state").toString();
        if (kind == Kind.SPARK) {
            String classPath = Path.of("target", "classes")
                    + File.pathSeparator
                    + Files.readString(Path.of("target", "spark.classpath"));
            command.addAll(List.of("-Xmx700m", "-cp", classPath, JOB, "--idle-ms", "3600000"));
            command.addAll(List.of("--bootstrap", bootstrap, "--checkpoint", state));
        } else {
            String classPath = System.getProperty("java.class.path");
            command.addAll(List.of("-Xmx256m", "-cp", classPath, KafkaStreamsHost.class.getName()));
            command.addAll(List.of(bootstrap, state, application()));
        }
        return command;
    }

    /** Ends it as a crash does, once it has gone on for so long. */
    void killAfter(long millis) throws InterruptedException, IOException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).as(log()).isFalse();
        process.destroyForcibly().waitFor();
    }

    /** Holds it for so long: it lives, and nothing of it moves. */
    void hold(Duration time) throws InterruptedException, IOException {
        signal("STOP");
        assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException, IOException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException, IOException {
        if (kind == Kind.SPARK) {
            process.destroy();
        } else {
            process.getOutputStream().close();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(log()).isTrue();
        assertThat(log()).doesNotContain("ERROR");
    }

    /** Waits until it has read, committed and told that it has, all lines of a topic's only partition before this offset. */
    void awaitRead(String topic, long offset) {
        String group = kind == Kind.SPARK ? "tracemend-windows-spark" : application() + "-" + StateForm.VERSION;
        TopicPartition partition = new TopicPartition(Topics.raw(topic), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .as(log())
                    .extractingByKey(partition)
                    .extracting(OffsetAndMetadata::offset)
                    .isEqualTo(offset));
        }
    }

    private String application() {
        return "faults-" + folder.getFileName();
    }

    /** What the process that was started last has said. */
    String log() throws IOException {
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("engine-" + starts + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
