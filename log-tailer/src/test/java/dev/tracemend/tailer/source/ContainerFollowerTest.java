package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tracemend.tailer.TailerStartException;
import dev.tracemend.tailer.metrics.TailerMetrics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in the place of the engine's client. */
class ContainerFollowerTest {
    @TempDir
    private Path folder;

    private PositionRegistry registry;

    @BeforeEach
    void engine() throws Exception {
        Files.writeString(folder.resolve("client"), """
                case $1 in
                  inspect) cat '%1$s/id' ;;
                  logs) cat '%1$s/out'; cat '%1$s/err' >&2 ;;
                esac
                """.formatted(folder));
        Files.writeString(folder.resolve("id"), "0123456789abcdef\n");
        Files.writeString(folder.resolve("out"), "2026-11-21T10:00:00.000000001Z one\n2026-11-21T10:00:00.5Z  two\n");
        Files.writeString(folder.resolve("err"), "2026-11-21T10:00:00.25Z boom\nError: what the client says\n");
        registry = PositionRegistry.open(folder);
    }

    @Test
    void bothStreamsAreReadAndTheEnginesTimeIsTheirPlace() {
        assertThat(read())
                .containsExactly(
                        "docker-0123456789ab-out:0:1795255200000000001 one",
                        "docker-0123456789ab-out:0:1795255200500000000  two",
                        "docker-0123456789ab-err:0:1795255200250000000 boom");
    }

    @Test
    void whatHasArrivedIsNotReadAgainAndTheRestHasTheSameIds() throws Exception {
        assertThat(read()).hasSize(3);
        registry.saveForGood();
        registry = PositionRegistry.open(folder);
        Files.writeString(folder.resolve("err"), "2026-11-21T10:00:00.25Z boom\n2026-11-21T10:00:01Z again\n");
        assertThat(read()).containsExactly("docker-0123456789ab-err:0:1795255201000000000 again");
    }

    @Test
    void whereTheEnginesClockStandsOrGoesBackNoLineIsLost() throws Exception {
        Files.writeString(
                folder.resolve("out"),
                "2026-11-21T10:00:00Z one\n2026-11-21T10:00:00Z two\n2026-11-21T09:00:00Z three\n");
        Files.writeString(folder.resolve("err"), "");
        assertThat(read())
                .containsExactly(
                        "docker-0123456789ab-out:0:1795255200000000000 one",
                        "docker-0123456789ab-out:0:1795255200000000001 two",
                        "docker-0123456789ab-out:0:1795255200000000002 three");
    }

    @Test
    void anotherContainerOfThisNameIsAnotherGeneration() throws Exception {
        assertThat(read()).hasSize(3);
        Files.writeString(folder.resolve("id"), "fedcba9876543210\n");
        Files.writeString(folder.resolve("out"), "2026-11-21T11:00:00Z new\n");
        assertThat(read()).containsExactly("docker-fedcba987654-out:1:1795258800000000000 new");
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> ContainerFollower.of("docker:--help", List.of("sh"), false, reading()))
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining("docker:shop");
    }

    private Reading reading() {
        return new Reading(registry, new ReadBuffer(), TailerMetrics.fresh());
    }

    private List<String> read() {
        List<String> lines = new ArrayList<>();
        List<String> command = List.of("sh", folder.resolve("client").toString());
        for (Follower each : ContainerFollower.of("docker:shop", command, false, reading())) {
            Follower.Sink sink = new Follower.Sink() {
                @Override
                public void line(byte[] text, int from, int to, long start, long end) {
                    String line = new String(text, from, to - from, StandardCharsets.UTF_8);
                    lines.add(each.idText() + ":" + each.generation() + ":" + start + " " + line);
                    each.remember(each.generation(), end);
                }

                @Override
                public void newGeneration(int generation) {
                    assertThat(generation).isEqualTo(each.generation());
                }
            };
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        boolean any = each.read(sink);
                        return !any && each.isOver();
                    });
            each.close();
        }
        return lines;
    }
}
