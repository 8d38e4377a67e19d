package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/smoke.sh} without containers: against the one-JVM stack, and against nothing. */
class SmokeScriptIT {
    @TempDir
    private Path folder;

    @Test
    void aLineGoesInAndAResultComesOut() throws Exception {
        Path workspace = Files.createDirectories(folder.resolve("shop"));
        String commit =
                "git init -q && git -c user.name=S -c user.email=s@example.com commit -q --allow-empty -m empty";
        assertThat(new ProcessBuilder("sh", "-c", commit)
                        .directory(workspace.toFile())
                        .start()
                        .waitFor())
                .isZero();
        int port = TracemendProcess.freePort();
        try (TracemendProcess up = TracemendProcess.start(
                folder,
                Map.of(),
                List.of(
                        "up",
                        "--workspace",
                        workspace.toString(),
                        "--logs",
                        folder.resolve("none/*.log").toString(),
                        "--kafka-port",
                        Integer.toString(port),
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--no-model"))) {
            await().atMost(Duration.ofMinutes(2))
                    .failFast(() -> assertThat(up.isAlive()).as(up.stderr()).isTrue())
                    .until(() -> up.stderr().contains("ready"));
            assertThat(smoke("localhost:" + port)).as(said() + up.stderr()).isZero();
        }
        assertThat(said()).contains("smoke: answered: \"verdict\":");
    }

    @Test
    void withoutABrokerItFailsAtOnce() throws Exception {
        assertThat(smoke("localhost:" + TracemendProcess.freePort())).isEqualTo(ExitCode.UNREACHABLE.code());
    }

    private int smoke(String bootstrap) throws Exception {
        ProcessBuilder smoke = new ProcessBuilder(
                        Path.of("..", "scripts", "smoke.sh").toRealPath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        smoke.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        return smoke.start().waitFor();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }
}
