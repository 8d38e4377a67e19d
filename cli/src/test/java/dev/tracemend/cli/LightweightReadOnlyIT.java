package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.logs.machine.RequiredTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lightweight-init} where a whole file system is read-only, which binds even root: bubblewrap makes one. */
class LightweightReadOnlyIT {
    @TempDir
    private Path folder;

    private Path workspace;
    private Path writable;

    @BeforeEach
    void makeAServiceNobodyMayChange() throws Exception {
        RequiredTool.command(
                "no bubblewrap that works (Debian: apt install bubblewrap)", "bwrap", "--ro-bind", "/", "/", "true");
        workspace = Files.createDirectories(folder.resolve("shop"));
        writable = Files.createDirectories(folder.resolve("writable"));
        Files.writeString(workspace.resolve("Shop.java"), "class Shop {}\n");
        GitFolder.commit(workspace);
    }

    @Test
    void everyPathThatCannotBeWrittenHasASubstituteThatCan() throws Exception {
        Path asked = folder.resolve("stack");
        assertThat(init("--out-dir", asked.toString())).as(said()).isZero();

        Path spare = writable.resolve("data/tracemend/lightweight").toRealPath();
        assertThat(said())
                .contains(
                        "files: " + asked + " cannot be written to; they are in " + spare,
                        "workspace: " + workspace + " cannot be written to; the workers use a clone of it, "
                                + spare.resolve("workspace"),
                        "logs: " + spare.resolve("workspace/logs") + " was not there and is made");
        assertThat(spare.resolve("workspace/Shop.java")).hasContent("class Shop {}\n");
        assertThat(Files.readString(spare.resolve("docker-compose.yml")))
                .contains(
                        "${TRACEMEND_WORKSPACE:-" + spare.resolve("workspace") + "}:/workspace",
                        "${TRACEMEND_LOGS_DIR:-" + spare.resolve("workspace/logs") + "}:/workspace/logs:ro");
        assertThat(asked).doesNotExist();
        assertThat(workspace.resolve("logs")).doesNotExist();
    }

    @Test
    void aWorkspaceThatIsNoCheckoutCannotBeCopiedAndIsRefused() throws Exception {
        workspace = Files.createDirectories(folder.resolve("plain"));
        assertThat(init("--out-dir", writable.resolve("stack").toString())).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(said())
                .contains(workspace + " cannot be written to", "name a clone of it")
                .as("the log's own folder cannot be written to, either")
                .doesNotContain("\tat ");
    }

    private int init(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "bwrap",
                "--ro-bind",
                "/",
                "/",
                "--dev",
                "/dev",
                "--proc",
                "/proc",
                "--bind",
                writable.toString(),
                writable.toString(),
                "--setenv",
                "XDG_DATA_HOME",
                writable.resolve("data").toString(),
                "sh",
                Path.of("..", "tracemend").toRealPath().toString(),
                "lightweight-init",
                "--workspace",
                workspace.toString()));
        command.addAll(List.of(more));
        return run(command);
    }

    private int run(List<String> command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    private String said() throws Exception {
        try (Stream<String> lines = Files.lines(folder.resolve("said"), StandardCharsets.UTF_8)) {
            return String.join("\n", lines.toList());
        }
    }
}
