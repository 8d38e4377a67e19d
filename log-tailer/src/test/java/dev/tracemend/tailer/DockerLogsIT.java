package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.logs.machine.RequiredTool;
import dev.tracemend.tailer.source.ReadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker:NAME} with a real engine, which {@code scripts/docker-engine} starts; skipped where there is none. */
@ExtendWith(BrokerExtension.class)
class DockerLogsIT {
    private static final String IMAGE = "tracemend-shell:bookworm";
    /** Writes a hundred lines and a trace on its other stream, and then nothing for long. */
    private static final String SERVICE = "i=0; while [ $i -lt 100 ]; do echo \"INFO line $i\"; i=$((i+1)); done;"
            + " printf 'java.lang.Error: boom\\n\\tat a.B.c(B.java:1)\\n' >&2; exec sleep 600";

    private static final String TRACE = "java.lang.Error: boom\n\tat a.B.c(B.java:1)";

    private final String name = "tracemend-tail-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @BeforeAll
    static void engine() {
        RequiredTool.command(
                "no docker engine with the image " + IMAGE + ": eval \"$(scripts/docker-engine)\" starts one",
                "docker",
                "image",
                "inspect",
                IMAGE);
    }

    @BeforeEach
    void run() throws Exception {
        docker("run", "--detach", "--network", "none", "--name", name, IMAGE, "sh", "-c", SERVICE);
    }

    @AfterEach
    void remove() throws Exception {
        docker("rm", "--force", name);
    }

    @Test
    void aRunningContainerIsFollowedOverRestartsOfItAndOfTheTailer(EmbeddedBroker broker) throws Exception {
        TailerCase c = TailerCase.of(broker.bootstrap(), folder);
        try (RawTopic topic = c.read()) {
            try (Tailer tailer = Tailer.start(config(c, false))) {
                awaitRuns(topic, 1);
                docker("restart", "--time", "0", name);
                awaitRuns(topic, 2);
                assertThat(tailer.end()).isEmpty();
            }
            docker("restart", "--time", "0", name);
            try (Tailer tailer = Tailer.start(config(c, false))) {
                awaitRuns(topic, 3);
                docker("rm", "--force", name);
                run();
                // Another container of this name.
                awaitRuns(topic, 4);
                assertThat(tailer.end()).isEmpty();
            }
        }
    }

    @Test
    void whatIsThereIsShippedAndTheTailerEnds(EmbeddedBroker broker) throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> docker("logs", name).contains("boom"));
        TailerCase c = TailerCase.of(broker.bootstrap(), folder);
        try (Tailer tailer = Tailer.start(config(c, true));
                RawTopic topic = c.read()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> tailer.end().isPresent());
            assertThat(tailer.end()).contains(new TailerEnd.CaughtUp());
            awaitRuns(topic, 1);
        }
    }

    /** Each run's lines once and in order, and its trace as one event. */
    private static void awaitRuns(RawTopic topic, int runs) {
        List<String> expected = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            expected.addAll(TailerCase.numbered(0, 100));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> topic.texts().size() >= runs * 101);
        List<String> texts = new ArrayList<>(topic.texts());
        assertThat(texts.stream().filter(TRACE::equals)).hasSize(runs);
        texts.removeIf(TRACE::equals);
        assertThat(texts).isEqualTo(expected);
        assertThat(topic.lines()).extracting(line -> line.id()).doesNotHaveDuplicates();
    }

    private TailerConfig config(TailerCase c, boolean untilCaughtUp) {
        TailerConfig like = c.config("");
        return new TailerConfig(
                        like.bootstrap(),
                        like.topic(),
                        List.of("docker:" + name),
                        like.stateDir(),
                        like.poll(),
                        like.rescan(),
                        like.joinWait(),
                        like.ticks())
                .reading(new ReadConfig(
                        like.reading().from(),
                        untilCaughtUp,
                        like.reading().encoding(),
                        like.reading().maxLine(),
                        List.of(),
                        List.of()));
    }

    private static String docker(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }
}
