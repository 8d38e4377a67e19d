package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.policy.Policies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerStartTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingWorkspaceIsToldBeforeAnythingIsRead() {
        assertThatThrownBy(() -> run("127.0.0.1:1", folder.resolve("gone")))
                .isInstanceOf(WorkerStartException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("git checkout");
    }

    @Test
    void aFolderWithoutGitIsToldWithTheRemedy() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));

        assertThatThrownBy(() -> run("127.0.0.1:1", plain))
                .isInstanceOf(WorkerStartException.class)
                .hasMessageContaining("git init");
    }

    @Test
    void anUnreachableBrokerIsToldWithinTheLimit() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        long start = System.nanoTime();

        assertThatThrownBy(() -> run("127.0.0.1:" + port, GitFolder.commit(folder.resolve("ws"))))
                .isInstanceOf(WorkerStartException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("--bootstrap");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAddressThatIsNoneIsTold() {
        Path workspace = GitFolder.commit(folder.resolve("ws"));

        assertThatThrownBy(() -> run("not an address", workspace))
                .isInstanceOf(WorkerStartException.class)
                .hasMessageContaining("not an address");
    }

    @Test
    void pinsTheDefaults() {
        assertThat(WorkerConfig.of("b:1", List.of("app"), Path.of("ws"), Path.of("data")))
                .isEqualTo(new WorkerConfig(
                        "b:1",
                        List.of("app"),
                        "",
                        Path.of("ws"),
                        Path.of("data"),
                        "",
                        false,
                        Duration.ofSeconds(5),
                        new WorkerConfig.Retrying(3, Duration.ofSeconds(1)),
                        Duration.ofSeconds(10),
                        Policies.DEFAULT,
                        1));
    }

    @Test
    void refusesTopicsThatCannotBe() {
        assertThatThrownBy(() -> WorkerConfig.of("b:1", List.of(), Path.of("ws"), Path.of("data")))
                .hasMessageContaining("needs a topic");
        assertThatThrownBy(() -> WorkerConfig.of("b:1", List.of("Not.A"), Path.of("ws"), Path.of("data")))
                .hasMessageContaining("Not.A");
    }

    private void run(String bootstrap, Path workspace) {
        new Worker(WorkerConfig.of(bootstrap, List.of("app"), workspace, folder), (task, progress) -> {
                    throw new IllegalStateException("nothing must be worked on");
                })
                .run();
    }
}
